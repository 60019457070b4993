import { decisionStatuses } from "../../contract/transitions.ts";
import { maxBodyBytes } from "../../panel/http/readBody.ts";
import type { VectorRequest } from "./kitPanel.ts";
import { noDigest } from "./vectorRequests.ts";
import type { Requests, VectorPlan } from "./vectors.ts";

const page = { Origin: "https://panel.example" };

/** Every status with every request that decides. */
const decisions: readonly VectorPlan[] = decisionStatuses.flatMap((status) =>
  Object.entries<(requests: Requests) => Promise<VectorRequest>>({
    read: async ({ get, path }) => get(path),
    grant: ({ grant }) => grant(),
    refuse: ({ refuse }) => refuse(),
    withdraw: ({ withdraw }) => withdraw(),
    "post-grant": async ({ send, tag, grantBody }) =>
      send("POST", await grantBody(), { "If-Match": tag() }),
    "post-refuse": async ({ send, tag, refusalBody }) =>
      send("POST", refusalBody, { "If-Match": tag() }),
    "post-withdraw": async ({ send }) => send("POST", { decision: "withdrawn" }),
  }).map(([act, ask]) => ({ id: `${status}/${act}`, status, ask: [ask] })),
);

const reading: readonly VectorPlan[] = [
  ["policy", async ({ get }: Requests) => get("/policy", {}, "nobody")],
  ["purposes", async ({ get }: Requests) => get("/purposes")],
  ["payload", async ({ get, purpose }: Requests) => get(`/purposes/${purpose}/payload`)],
  ["decisions", async ({ get }: Requests) => get("/decisions")],
  ["transmissions", async ({ get }: Requests) => get("/transmissions")],
  ["decision-head", async ({ get, path }: Requests) => get(path, {}, "deciding", "HEAD")],
  [
    "decision-not-modified",
    async ({ get, path, tag }: Requests) => get(path, { "If-None-Match": tag() }),
  ],
  [
    "agreed-payload",
    async ({ get, newest }: Requests) => get(`/decisions/${await newest()}/payload`),
  ],
  ["receipt", async ({ get, newest }: Requests) => get(`/receipts/${await newest()}`)],
].flatMap(([id, ask]) =>
  (["refused", "granted", "withdrawn"] as const).map((status) => ({
    id: `reading/${status}/${id}`,
    status,
    ask: [ask as VectorPlan["ask"][number]],
  })),
);

/** A grant in which something is not as it has to be. */
const grantWith =
  (change: object, headers: VectorRequest["headers"] = {}) =>
  async ({ send, tag, grantBody }: Requests) =>
    send("PUT", { ...(await grantBody()), ...change }, { "If-Match": tag(), ...headers });

const problem = (
  id: string,
  ask: VectorPlan["ask"][number],
  given: Partial<VectorPlan> = {},
): VectorPlan => ({ id: `problems/${id}`, ...given, ask: [ask] });

/** Each problem of the contract, and what comes before what. */
const problems: readonly VectorPlan[] = [
  problem("host-not-served", async ({ get }) =>
    get("/policy", { Host: "attacker.invalid" }, "nobody"),
  ),
  problem("cross-site", ({ withdraw }) => withdraw({ Origin: "https://other.example" })),
  problem("cross-site-port", ({ withdraw }) =>
    withdraw({ Origin: "https://panel.example:8443" }),
  ),
  problem("cross-site-prefix", ({ withdraw }) =>
    withdraw({ Origin: "https://panel.example.attacker.invalid" }),
  ),
  problem("cross-site-fetch", ({ withdraw }) =>
    withdraw({ "Sec-Fetch-Site": "same-site" }),
  ),
  problem("cross-site-no-origin", async ({ get, path }) =>
    get(path, {}, "deciding", "DELETE"),
  ),
  problem("not-signed-in", async ({ get }) => get("/purposes", {}, "nobody")),
  problem("not-signed-in-unknown-path", async ({ get }) =>
    get("/no-such-thing", {}, "nobody"),
  ),
  problem("not-found-purpose", async ({ get }) => get("/purposes/no-such/decision")),
  problem("not-found-method", async ({ get }) =>
    get("/purposes", page, "deciding", "DELETE"),
  ),
  problem("not-found-text", async ({ get }) =>
    get("/policy/texts/no-such", {}, "nobody"),
  ),
  problem("not-permitted", ({ withdraw }) => withdraw({}, "looking")),
  problem("not-permitted-before-body", async ({ send }) =>
    send("PUT", "{", {}, "looking"),
  ),
  problem("body-too-large", async ({ send }) =>
    send("PUT", `"${"x".repeat(maxBodyBytes - 1)}"`),
  ),
  problem("body-not-too-large", async ({ send }) =>
    send("PUT", `"${"x".repeat(maxBodyBytes - 2)}"`),
  ),
  problem("media-type-not-supported", async ({ send }) =>
    send("PUT", "{", { "Content-Type": "text/plain" }),
  ),
  problem(
    "media-type-with-charset",
    grantWith(
      {},
      {
        "Content-Type": "Application/JSON; charset=utf-8",
      },
    ),
  ),
  problem("malformed-body", async ({ send }) => send("PUT", "{")),
  problem("malformed-body-empty", async ({ send }) => send("PUT", "")),
  problem("malformed-body-unknown-member", grantWith({ by: "somebody" })),
  problem("malformed-body-language", grantWith({ language: "fr" })),
  problem("malformed-body-digest", grantWith({ payloadDigest: "none" })),
  problem("malformed-body-both", grantWith({ seen: "kinds" })),
  problem("malformed-body-withdrawn", async ({ send }) =>
    send("PUT", { decision: "withdrawn" }),
  ),
  problem("malformed-cursor", async ({ get }) => get("/decisions?after=none")),
  problem("locked", grantWith({}), { lock: "do-not-track" }),
  problem("locked-before-tag", grantWith({}, { "If-Match": '"99"' }), { lock: "vendor" }),
  problem("payload-not-seen", async ({ send, tag, refusalBody }) =>
    send(
      "PUT",
      { ...refusalBody, decision: "granted", seen: "kinds" },
      { "If-Match": tag() },
    ),
  ),
  problem("precondition-required", async ({ send, grantBody }) =>
    send("PUT", await grantBody()),
  ),
  problem("decision-changed", grantWith({}, { "If-Match": '"99"' })),
  problem("decision-changed-star", grantWith({}, { "If-Match": "*" })),
  problem("tag-in-a-list", grantWith({}, { "If-Match": '"99", "0"' })),
  problem("tag-made-weak", grantWith({}, { "If-Match": 'W/"0"' })),
  problem("tag-with-coding", grantWith({}, { "If-Match": '"0-gzip"' })),
  problem("policy-changed-revision", grantWith({ revision: "no-such" })),
  problem("policy-changed-text", grantWith({ textDigest: noDigest })),
  problem("policy-changed-language", grantWith({ language: "de" })),
  problem("payload-changed", grantWith({ payloadDigest: noDigest })),
  problem("refusal-of-an-unknown-text", async ({ send, tag, refusalBody }) =>
    send("PUT", { ...refusalBody, textDigest: noDigest }, { "If-Match": tag() }),
  ),
  problem(
    "stale-before-withdraw-instead",
    async ({ send, refusalBody }) => send("PUT", refusalBody, { "If-Match": '"99"' }),
    { status: "granted" },
  ),
  problem(
    "not-available-here",
    async ({ get, purpose }) => get(`/purposes/${purpose}/payload`),
    { payload: "not-available-here" },
  ),
];

/** A grant from where consent stands, so that the bytes hold the UUID; then it goes. */
const gone: VectorPlan = {
  id: "problems/gone",
  status: "granted",
  ask: [
    ({ grant }) => grant(),
    ({ withdraw }) => withdraw(),
    async ({ get, newest }) => get(`/decisions/${await newest("granted")}/payload`),
  ],
};

/** Everything that is asked of the core for the vectors. */
export const vectorPlans: readonly VectorPlan[] = [
  ...decisions,
  ...reading,
  ...problems,
  gone,
];
