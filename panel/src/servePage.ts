import { existsSync } from "node:fs";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { consentActivities, type Policy } from "../../src/policy/index.ts";
import { languageOf } from "./languageOf.ts";
import { readPage } from "./readPage.ts";
import type { Sessions } from "./sessions.ts";

/** Below this path a file's name changes with its content. */
export const assetsPath = "/assets/";

interface PageParts {
  readonly policy: Policy;
  readonly sessions: Pick<Sessions, "find">;
  /** The folder of the built page. */
  readonly folder: string;
}

/**
 * The built page, if there is one: without it the API answers all the same. Browsers keep its
 * hashed files for ever, and get them as they were compressed when they were built. The page
 * itself is asked for each time, and says what its script will want for whom it is shown to.
 */
export function servePage({ policy, sessions, folder }: PageParts): Hono {
  const site = new Hono();
  site.use(async ({ req }, next) => {
    // The files are small, and a server may ignore `Range` (RFC 9110 § 14.2).
    req.raw.headers.delete("Range");
    await next();
  });
  if (!existsSync(folder)) return site;

  const page = readPage(folder);
  if (page) {
    const purposes = consentActivities(policy).map(({ id }) => id);
    site.get("/", (context) => {
      const isSignedIn = sessions.find(context.req.raw.headers.get("Cookie"));
      const language = wantedLanguage(context);
      context.header("Content-Language", language);
      context.header("Cache-Control", "private, no-cache");
      context.header("Vary", "Accept-Language, Cookie");
      return context.html(page(language, isSignedIn ? purposes : undefined));
    });
  }
  site.use(`${assetsPath}*`, async (context, next) => {
    await next();
    const { headers, ok } = context.res;
    if (!ok) return;
    headers.set("Cache-Control", "public, max-age=31536000, immutable");
    headers.set("Vary", "Accept-Encoding");
  });
  site.use(serveStatic({ root: folder, precompressed: true }));
  return site;
}

/** As the page itself chooses it: its address says it, else the browser. */
function wantedLanguage(context: Context) {
  const asked = context.req.query("lang");
  if (asked === undefined) return languageOf(context);
  return asked.startsWith("de") ? "de" : "en";
}
