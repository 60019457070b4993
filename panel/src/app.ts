import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import * as z from "zod/mini";
import { type ApiParts, createApi, sessionName } from "./api.ts";
import { guard } from "./guard.ts";
import { type PersonId, people } from "./people.ts";
import { ProblemError, problemResponse } from "./problemError.ts";

export interface AppParts extends ApiParts {
  /** The origins that this panel is served under. */
  readonly origins: () => readonly string[];
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** Where failures go that are not the client's. */
  readonly report: (error: unknown) => void;
}

const signIn = z.strictObject({
  person: z.enum(Object.keys(people) as [PersonId, ...PersonId[]]),
});

/** The whole panel: the API, signing in for the demonstration, and the page. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ProblemError) return problemResponse(error.code, error.message);
    parts.report(error);
    return problemResponse("internal-error");
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

  app.route("/api/privacy", createApi(parts));
  app.use(serveStatic({ root: parts.pageFolder }));
  return app;
}
