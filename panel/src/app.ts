import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import * as z from "zod/mini";
import { type ApiParts, createApi, sessionName } from "./api.ts";
import { createDocs } from "./docs/createDocs.ts";
import { guard } from "./guard.ts";
import { type PersonId, people } from "./people.ts";
import { ProblemError, problemResponse } from "./problemError.ts";

export interface AppParts extends ApiParts {
  /** The origins that this panel is served under. */
  readonly origins: () => readonly string[];
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** Makes the process `client` crash, where it runs. */
  readonly crash: (() => Promise<void>) | undefined;
  /** Where failures go that are not the client's. */
  readonly report: (instance: string, error: unknown) => void;
}

const signIn = z.strictObject({
  person: z.enum(Object.keys(people) as [PersonId, ...PersonId[]]),
});

/** The whole panel: the API, signing in for the demonstration, documentation and page. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ProblemError) {
      return problemResponse(error.code, { detail: error.message });
    }
    const instance = `urn:uuid:${crypto.randomUUID()}`;
    parts.report(instance, error);
    return problemResponse("internal-error", { instance });
  });
  app.notFound(() => problemResponse("not-found"));

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        requireTrustedTypesFor: ["'script'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: false,
    }),
  );
  app.use(guard(parts.origins));

  app.post("/demo/session", async (context) => {
    const body: unknown = await context.req.json().catch(() => null);
    const request = z.safeParse(signIn, body);
    if (!request.success) {
      throw new ProblemError(
        "malformed-body",
        `Send {"person": …} with one of: ${Object.keys(people).join(", ")}.`,
      );
    }
    setCookie(context, sessionName, parts.sessions.start(request.data.person), {
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
    });
    return context.json(people[request.data.person]);
  });

  app.post("/demo/crash", async (context) => {
    const viewer = parts.sessions.find(getCookie(context, sessionName));
    if (!viewer) throw new ProblemError("not-signed-in");
    if (!parts.crash) throw new ProblemError("not-found");
    if (!viewer.mayDecide) throw new ProblemError("not-permitted");
    await parts.crash();
    return context.body(null, 202);
  });

  app.route("/api/privacy", createApi(parts));
  app.route("/", createDocs(parts.contract.policy));
  app.use(serveStatic({ root: parts.pageFolder }));
  return app;
}
