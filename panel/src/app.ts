import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import * as z from "zod/mini";
import { problemAnswer, toResponse } from "../../src/panel/http/answers.ts";
import { guard } from "../../src/panel/http/guard.ts";
import { readBody } from "../../src/panel/http/readBody.ts";
import { type Panel, StoreError } from "../../src/panel/index.ts";
import { isProblem, type Problem } from "../../src/panel/rules/problem.ts";
import type { Policy } from "../../src/policy/index.ts";
import { createDocs } from "./docs/createDocs.ts";
import type { FindViewer } from "./findViewer.ts";
import { people, personIds } from "./people.ts";
import { refusalPage } from "./refusal/refusalPage.ts";
import { assetsPath, servePage } from "./servePage.ts";
import type { Sessions } from "./sessions.ts";

interface AppParts {
  readonly panel: Pick<Panel, "handle">;
  readonly policy: Policy;
  readonly sessions: Sessions;
  /** Who asks, a person or a program. */
  readonly viewer: FindViewer;
  /** The origins that this panel is served under. */
  readonly origins: readonly string[];
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** Makes the process `client` crash, where it runs. */
  readonly crash: (() => Promise<void>) | undefined;
  /** Where failures go that are not the client's. */
  readonly report: (error: unknown, instance: string) => void;
}

const rulesOfAnything = {
  strictTransportSecurity: false,
  // These are of browsers that cannot show the page.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

const rules = secureHeaders({
  ...rulesOfAnything,
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    requireTrustedTypesFor: ["'script'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
});

/** What is only ever a part of a page is under the rules of that page. */
const rulesOfFiles = secureHeaders({
  ...rulesOfAnything,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xFrameOptions: false,
});

const signIn = z.strictObject({ person: z.enum(personIds) });

/** The whole panel: the API, signing in for the demonstration, documentation and page. */
export function createApp(parts: AppParts): Hono {
  const { panel, policy, sessions, viewer: find, origins } = parts;
  const { pageFolder, crash, report } = parts;
  const app = new Hono();
  app.onError((error, { req }) => {
    const instance = `urn:uuid:${crypto.randomUUID()}`;
    report(error, instance);
    const problem: Problem =
      error instanceof StoreError
        ? { problem: "store-unavailable", detail: error.advice }
        : { problem: "internal-error" };
    return toResponse(problemAnswer(problem, instance), req.method);
  });
  app.notFound((context) => refuse(context, { problem: "not-found" }));

  app.use((context, next) =>
    (context.req.path.startsWith(assetsPath) ? rulesOfFiles : rules)(context, next),
  );
  app.use(async (context, next) => {
    const turnedDown = guard(context.req.raw, origins);
    if (!turnedDown) return next();
    return refusalPage(context, turnedDown, origins) ?? refuse(context, turnedDown);
  });

  app.get("/demo/session", ({ req, json }) => {
    const viewer = sessions.find(req.raw.headers.get("Cookie"));
    return json(
      { person: viewer?.id ?? null },
      { headers: { "Cache-Control": "no-store" } },
    );
  });
  app.post("/demo/session", async (context) => {
    const read = await readBody(context.req.raw, signIn);
    if (isProblem(read)) return refuse(context, read);
    const { person } = read.value;
    context.header("Set-Cookie", sessions.start(person));
    return context.json(people[person]);
  });
  app.post("/demo/crash", async (context) => {
    const viewer = find(context.req.raw.headers);
    if (!viewer) return refuse(context, { problem: "not-signed-in" });
    if (!crash) return refuse(context, { problem: "not-found" });
    if (!viewer.mayDecide) return refuse(context, { problem: "not-permitted" });
    await crash();
    return context.body(null, 202);
  });

  app.all("/api/privacy/*", ({ req }) => panel.handle(req.raw));
  app.route("/", createDocs(policy));
  app.route("/", servePage({ policy, sessions, folder: pageFolder }));
  return app;
}

function refuse({ req }: Context, problem: Problem): Response {
  return toResponse(problemAnswer(problem), req.method);
}
