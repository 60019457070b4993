import { type Mood, type OwnAnswer, writing } from "./mood.ts";

const page = (status: number): OwnAnswer => ({ status, body: "html" });
const json = (status: number): OwnAnswer => ({ status, body: "json" });
const blank = (status: number): OwnAnswer => ({ status, body: "blank-problem" });

/** Answers before the panel hears anything. */
const answers = (answer: OwnAnswer, methods?: readonly string[]): Mood => ({
  ...{ type: "answers", with: answer, moment: "request" },
  ...(methods && { on: { methods } }),
});
/** Answers a write otherwise, after the panel has done it. */
const answersDone = (answer: OwnAnswer): Mood => ({
  ...{ type: "answers", with: answer, moment: "answer" },
  on: { methods: writing },
});
const drops = (from: "request" | "answer", header: string): Mood => ({
  ...{ type: "drops-header", from, header },
});

/**
 * What stands between a page and its panel, by the name under which a test tells of it.
 * Each was seen with a proxy as it is shipped, or with a few lines of its configuration.
 */
export const intermediaries = {
  "a sign-in page at the same origin": [
    { type: "redirects", to: "same-origin", moment: "request" },
  ],
  "a sign-in page at another origin": [
    { type: "redirects", to: "other-origin", moment: "request" },
  ],
  "a sign-in page with 200": [answers(page(200))],
  "basic credentials that are gone": [answers(page(401))],
  "a proxy that wants credentials": [answers(page(407))],
  "a captive portal": [answers(page(511))],

  "a firewall without PUT and DELETE": [answers(page(403), ["PUT", "DELETE"])],
  "a firewall that blocks every write": [answers(page(403), writing)],
  "a server without PUT and DELETE": [answers(page(405), ["PUT", "DELETE"])],
  "a server that implements no PUT": [answers(page(501), ["PUT"])],
  "a server that allows GET alone": [answers(blank(405), writing)],
  "a firewall that makes every error 403": [
    { type: "replaces-errors", with: { status: 403, body: "html" } },
  ],
  "pages in place of errors": [{ type: "replaces-errors", with: { body: "html" } }],
  "a page with 200 in place of errors": [
    { type: "replaces-errors", with: { status: 200, body: "html" } },
  ],

  "a gateway that answers 500": [answers(page(500))],
  "a gateway that answers 502": [answers(page(502))],
  "a gateway that answers 503": [answers({ ...page(503), retryAfter: 10 })],
  "a gateway that gives up on writes": [answersDone(page(504))],
  "a gateway that loses the answer to a write": [
    { type: "hangs-up", moment: "answer", on: { methods: writing } },
  ],
  "a sign-in page after a write was done": [
    { type: "redirects", to: "same-origin", moment: "answer", on: { methods: writing } },
  ],
  "a page with 200 after a write was done": [answersDone(page(200))],
  "a page with 403 after a write was done": [answersDone(page(403))],
  "a connection that breaks": [{ type: "hangs-up", moment: "request" }],
  "a connection that stands still": [{ type: "holds", moment: "request" }],
  "writes that arrive late": [
    { type: "holds", moment: "request", on: { methods: writing } },
  ],
  "answers that arrive late": [{ type: "holds", moment: "answer" }],
  "a proxy that sends writes twice": [{ type: "sends-twice" }],

  "a rate limit with 429": [answers({ ...page(429), retryAfter: 20 })],
  "a rate limit that names no time": [answers(page(429))],
  "a rate limit of reads": [
    { type: "limits-rate", requests: 3, seconds: 2, with: page(503) },
  ],
  "a rate limit of writes": [
    {
      ...{ type: "limits-rate", requests: 1, seconds: 30, on: { methods: writing } },
      with: { status: 429, body: "html", retryAfter: 5 },
    },
  ],

  "weak tags": [{ type: "rewrites-tags", as: "weak" }],
  "tags with the name of a coding": [{ type: "rewrites-tags", as: "suffixed" }],
  "gzip on everything": [{ type: "compresses" }],
  "gzip, and no answer to /purposes": [
    { type: "compresses" },
    { type: "hangs-up", moment: "answer", on: { methods: ["GET"], path: "/purposes" } },
  ],

  "a cache by path": [{ type: "caches", by: "path", seconds: 60, tells: "nothing" }],
  "a cache by path and query": [
    { type: "caches", by: "path-and-query", seconds: 60, tells: "nothing" },
  ],
  "a cache that tells Age": [{ type: "caches", by: "path", seconds: 60, tells: "Age" }],
  "a cache that keeps Date": [{ type: "caches", by: "path", seconds: 60, tells: "Date" }],
  "a cache that never ends": [
    { type: "caches", by: "path", seconds: 1_000_000, tells: "nothing" },
  ],
  "a cache of writes": [
    {
      ...{ type: "caches", by: "path", seconds: 1_000_000, tells: "nothing" },
      on: { methods: writing },
    },
  ],
  "a cache that keeps weak tags": [
    { type: "rewrites-tags", as: "weak" },
    { type: "caches", by: "path", seconds: 20, tells: "Date" },
  ],

  "no ETag": [drops("answer", "ETag")],
  "no Klartext-Payload": [drops("answer", "Klartext-Payload")],
  "no Repr-Digest": [drops("answer", "Repr-Digest")],
  "no Content-Type": [drops("answer", "Content-Type")],
  "no Cache-Control": [drops("answer", "Cache-Control")],
  "no If-Match": [drops("request", "If-Match")],
  "no If-None-Match": [drops("request", "If-None-Match")],
  "no Sec-Fetch-Site": [drops("request", "Sec-Fetch-Site")],
  "neither Sec-Fetch-Site nor Origin": [
    drops("request", "Sec-Fetch-Site"),
    drops("request", "Origin"),
  ],
  "no Content-Type of a request": [drops("request", "Content-Type")],
  "no Cookie": [drops("request", "Cookie")],

  "JSON of another program": [answers(json(200))],
  "JSON of another program for writes": [answers(json(200), writing)],
  "401 in JSON of another program": [answers(json(401))],
  "a problem that names none, with 401": [answers(blank(401))],
  "a problem that names none, with 403": [answers(blank(403), writing)],
  "a problem that names none, with 404": [answers(blank(404))],
  "a page that is not found": [answers(page(404))],
} as const satisfies Readonly<Record<string, readonly Mood[]>>;

export type Intermediary = keyof typeof intermediaries;

export const intermediaryNames = Object.keys(intermediaries) as readonly Intermediary[];
