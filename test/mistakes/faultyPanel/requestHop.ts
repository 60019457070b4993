import { maxBodyBytes } from "../../../src/panel/http/readBody.ts";
import type { MemoryStore } from "../../../src/panel/index.ts";

/** What is sent on in the place of what came. */
export interface Passed {
  readonly method?: string;
  /** Below the base URL, with its query. */
  readonly path?: string;
  /** Null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** A request on its way to the panel. */
export interface Hop {
  readonly method: string;
  /** Below the base URL, without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
  readonly store: MemoryStore;
  /** Asks the panel that is right, as it came or changed. */
  readonly pass: (change?: Passed) => Promise<Response>;
}

export type Where = (hop: Hop) => boolean;

const path = (pattern: RegExp) => (hop: Hop) => pattern.test(hop.path);
const read = (pattern: RegExp) => (hop: Hop) =>
  (hop.method === "GET" || hop.method === "HEAD") && pattern.test(hop.path);
const write = (method: string, pattern: RegExp) => (hop: Hop) =>
  hop.method === method && pattern.test(hop.path);

const decision = /^\/purposes\/[^/]+\/decision$/;

/** Requests by what they ask for. */
export const is = {
  policy: read(/^\/policy$/),
  text: read(/^\/policy\/texts\//),
  purposes: read(/^\/purposes$/),
  decision: read(decision),
  payload: read(/^\/purposes\/[^/]+\/payload$/),
  history: read(/^\/decisions$/),
  agreed: read(/^\/decisions\/[^/]+\/payload$/),
  log: read(/^\/transmissions$/),
  sent: read(/^\/transmissions\/[^/]+\/body$/),
  receipt: read(/^\/receipts\//),
  chain: read(/^\/log$/),
  put: write("PUT", decision),
  remove: write("DELETE", decision),
  post: write("POST", decision),
  eraseName: write("DELETE", /^\/people\/[^/]+\/name$/),
  ofDecision: path(decision),
  get: ({ method }: Hop) => method === "GET",
  head: ({ method }: Hop) => method === "HEAD",
  read: ({ method }: Hop) => method === "GET" || method === "HEAD",
  write: ({ method }: Hop) => !["GET", "HEAD", "OPTIONS"].includes(method),
  any: () => true,
  large: ({ body }: Hop) => body.length > maxBodyBytes,
} as const satisfies Record<string, Where>;

export const any =
  (...conditions: readonly Where[]): Where =>
  (hop) =>
    conditions.some((condition) => condition(hop));

export const all =
  (...conditions: readonly Where[]): Where =>
  (hop) =>
    conditions.every((condition) => condition(hop));

export const not =
  (condition: Where): Where =>
  (hop) =>
    !condition(hop);

export const byteReads = any(is.payload, is.agreed, is.sent);

/** The grant, refusal or withdrawal that a PUT or POST asks for. */
export const asks =
  (act: "granted" | "refused" | "withdrawn"): Where =>
  ({ method, body }) =>
    (method === "PUT" || method === "POST") && body.includes(`"decision":"${act}"`);
