import { request } from "node:https";
import { sha256Digest } from "../../src/panel/sha256.ts";
import type { PostOptions, PostResult, post } from "../../src/sending/post.ts";

type Post = typeof post;

/** What a panel can do wrong between its queue and the wire. */
interface PlantedSend {
  readonly name: string;
  /** What is said of it. */
  readonly says: RegExp;
  /** How many seconds what has to come is waited for. @default 2 */
  readonly limit?: number;
  /** The rule that it breaks. */
  readonly breaks: string;
  /** What else has to be checked, so that there is something to look at. */
  readonly after?: string;
  readonly post: (right: Post) => Post;
}

const isErasure = ({ url }: PostOptions) => url.endsWith("/erasures");

/** Sends reports otherwise, and erasures as they should be. */
const onReports = (wrong: (options: PostOptions, right: Post) => Promise<PostResult>) =>
  ((right: Post) => (options: PostOptions) =>
    isErasure(options) ? right(options) : wrong(options, right)) as PlantedSend["post"];

const onErasures = (wrong: (options: PostOptions, right: Post) => Promise<PostResult>) =>
  ((right: Post) => (options: PostOptions) =>
    isErasure(options) ? wrong(options, right) : right(options)) as PlantedSend["post"];

function bodyOf({ body }: PostOptions): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(body));
}

function withBody(options: PostOptions, change: (text: string) => string): PostOptions {
  const text = change(new TextDecoder().decode(options.body));
  return { ...options, body: new TextEncoder().encode(text) };
}

interface Careless {
  readonly headers?: Readonly<Record<string, string>>;
  readonly trustsAll?: boolean;
  readonly trustsAnyHost?: boolean;
}

/** A client that takes what a library gives it. */
function carelessPost(
  { url, body, ca, signal }: PostOptions,
  { headers = {}, trustsAll = false, trustsAnyHost = false }: Careless,
): Promise<PostResult> {
  return new Promise((resolve) => {
    const outgoing = request(
      url,
      {
        ...{ method: "POST", agent: false, ca, rejectUnauthorized: !trustsAll },
        ...(trustsAnyHost ? { checkServerIdentity: () => undefined } : {}),
        ...(signal ? { signal } : {}),
        headers: {
          "Content-Type": "application/json",
          "Content-Digest": sha256Digest(body),
          "Content-Length": body.byteLength,
          Connection: "close",
          ...headers,
        },
      },
      (answer) => {
        answer.resume();
        const status = answer.statusCode ?? 0;
        const outcome = status < 300 ? "accepted" : "rejected";
        resolve({ outcome, status, tls: "verified" });
      },
    );
    outgoing.on("error", () =>
      resolve({ outcome: "unreachable", status: null, tls: "not-reached" }),
    );
    outgoing.end(body);
  });
}

let attempts = 0;

export const plantedSends: readonly PlantedSend[] = [
  {
    name: "puts the UUID into the address too",
    says: /What came: POST \/v1\/server-statistics\?id=/,
    breaks: "wire-report-arrives",
    post: onReports((options, right) => {
      const { id } = bodyOf(options);
      return right({ ...options, url: `${options.url}?id=${id}` });
    }),
  },
  {
    name: "sends what was accepted once more",
    says: /server-statistics: one report; 2 came/,
    breaks: "wire-report-arrives",
    post: onReports(async (options, right) => {
      setTimeout(() => void right(options), 300);
      return right(options);
    }),
  },
  {
    name: "puts the UUID into a header",
    says: /stands in X-Id/,
    breaks: "wire-uuid-in-bodies-alone",
    after: "wire-bytes-shown",
    post: onReports((options) =>
      carelessPost(options, { headers: { "X-Id": String(bodyOf(options).id) } }),
    ),
  },
  {
    name: "lets its library add headers",
    says: /User-Agent is not told/,
    breaks: "wire-headers",
    post: onReports((options) =>
      carelessPost(options, { headers: { "User-Agent": "panel/1" } }),
    ),
  },
  {
    name: "states another digest",
    says: /Content-Digest: sha-256=:.*; it is sha-256=:47DEQpj8/,
    breaks: "wire-content-digest",
    post: onReports((options) =>
      carelessPost(options, {
        headers: { "Content-Digest": sha256Digest(new Uint8Array()) },
      }),
    ),
  },
  {
    name: "adds a value that was not shown",
    says: /line 2 is .*srv1/,
    breaks: "wire-bytes-shown",
    post: onReports((options, right) =>
      right(withBody(options, (text) => text.replace("{", '{\n  "host": "srv1",'))),
    ),
  },
  {
    name: "sends what the policy does not disclose",
    says: /host is undisclosed/,
    breaks: "wire-disclosed",
    after: "wire-report-arrives",
    post: onReports((options, right) =>
      right(withBody(options, (text) => text.replace("{", '{\n  "host": "srv1",'))),
    ),
  },
  {
    name: "sends other bytes than the log keeps",
    says: /an entry of the log with the digest/,
    breaks: "wire-bytes-logged",
    post: onReports((options, right) =>
      right(withBody(options, (text) => text.replaceAll(/\n\s*/g, ""))),
    ),
  },
  {
    name: "makes the body anew when it tries again",
    limit: 8,
    says: /the same bytes as before; line/,
    breaks: "wire-retry",
    post: onReports((options, right) => {
      const count = attempts;
      attempts += 1;
      return right(withBody(options, (text) => `${text}${" ".repeat(count)}`));
    }),
  },
  {
    name: "follows a redirect",
    says: /No request to \/v1\/elsewhere; 1 came/,
    breaks: "wire-redirect",
    post: onReports(async (options, right) => {
      const result = await right(options);
      if (result.status === 307) {
        await right({ ...options, url: new URL("/v1/elsewhere", options.url).href });
      }
      return result;
    }),
  },
  {
    name: "trusts every authority",
    says: /the certificate of another authority; \d+ came/,
    breaks: "wire-another-authority",
    post: onReports((options) => carelessPost(options, { trustsAll: true })),
  },
  {
    name: "trusts a certificate for any host",
    says: /the certificate of another host; \d+ came/,
    breaks: "wire-another-host",
    post: onReports((options) => carelessPost(options, { trustsAnyHost: true })),
  },
  {
    name: "tries again by itself, whatever was decided meanwhile",
    says: /no report after the withdrawal; 1 came/,
    breaks: "wire-nothing-after-withdrawal",
    post: onReports(async ({ signal: _signal, ...options }, right) => {
      const result = await right(options);
      if (result.status === 503) setTimeout(() => void right(options), 1_000);
      return result;
    }),
  },
  {
    name: "says that a send has ended which goes on",
    says: /openSends is 0, the status 202/,
    breaks: "wire-open-sends",
    post: onReports(async ({ signal, ...options }, right) => {
      const aborted = new Promise<PostResult>((resolve) =>
        signal?.addEventListener("abort", () =>
          resolve({ outcome: "aborted", status: null, tls: "verified" }),
        ),
      );
      return Promise.race([right({ ...options, timeoutMs: 8_000 }), aborted]);
    }),
  },
  {
    name: "erases while the report is still on its way",
    says: /no erasure while a report of that UUID is open/,
    breaks: "wire-erasure-last",
    post: onReports(async ({ signal, ...options }, right) => {
      const aborted = new Promise<PostResult>((resolve) =>
        signal?.addEventListener("abort", () =>
          resolve({ outcome: "aborted", status: null, tls: "verified" }),
        ),
      );
      return Promise.race([right({ ...options, timeoutMs: 8_000 }), aborted]);
    }),
  },
  {
    name: "sends twice what it logs once",
    says: /2 entries of .*; there are 1/,
    breaks: "wire-log-complete",
    after: "wire-report-arrives",
    post: onReports(async (options, right) => {
      await right(options);
      return right(options);
    }),
  },
  {
    name: "tells more to the vendor than what to erase",
    says: /The id that was sent, alone; line/,
    breaks: "wire-erasure",
    post: onErasures((options, right) =>
      right(
        withBody(options, (text) => text.replace("{", '{\n  "reason": "withdrawn",')),
      ),
    ),
  },
  {
    name: "says that it erased and does not ask",
    says: /An erasure of every UUID that arrived/,
    breaks: "wire-all-erased",
    after: "wire-report-arrives",
    post: onErasures(async () => ({
      ...{ outcome: "accepted", status: 200, tls: "verified" },
      answer: {
        ...{ status: 200, contentDigest: undefined, signature: undefined },
        ...{ signatureInput: undefined },
        body: new TextEncoder().encode('{"deleted":1,"at":"2026-01-01T00:00:00Z"}'),
      },
    })),
  },
  {
    name: "makes a count up",
    says: /deleted \d, as the vendor answered; it says 1/,
    breaks: "wire-deletion-confirmed",
    post: onErasures(async (options, right) => {
      const { answer, ...result } = await right(options);
      const body = new TextEncoder().encode('{"deleted":1,"at":"2026-01-01T00:00:00Z"}');
      return answer ? { ...result, answer: { ...answer, body } } : result;
    }),
  },
  {
    name: "takes an erasure for done whose answer was lost",
    says: /the erasure once more, after its answer was lost/,
    breaks: "wire-erasure-again",
    post: onErasures(async (options, right) => {
      const result = await right(options);
      if (result.status !== null) return result;
      return {
        ...{ outcome: "accepted", status: 200, tls: "verified" },
        answer: {
          ...{ status: 200, contentDigest: undefined, signature: undefined },
          ...{ signatureInput: undefined },
          body: new TextEncoder().encode('{"deleted":1,"at":"2026-01-01T00:00:00Z"}'),
        },
      };
    }),
  },
  {
    name: "takes 410 for any other answer",
    says: /suspended refused-by-vendor/,
    breaks: "wire-gone",
    post: onReports(async (options, right) => {
      const result = await right(options);
      return result.status === 410 ? { ...result, status: 400 } : result;
    }),
  },
];
