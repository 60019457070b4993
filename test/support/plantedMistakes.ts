import type { PurposeState } from "../../src/contract/purposeState.ts";
import { nilUuid } from "../../src/policy/index.ts";
import {
  altered,
  currentTag,
  isDecision,
  isDelete,
  isPayload,
  isPut,
  type Mistake,
  onAnswer,
} from "./plantMistake.ts";

const someUuid = "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90";

/** What a panel can get wrong, with the rule that it breaks. */
export const plantedMistakes: readonly (readonly [
  mistake: string,
  rule: string,
  Mistake,
])[] = [
  [
    "a decision without ETag",
    "decision-tag",
    onAnswer((hop) => hop.method === "GET" && isDecision(hop), {
      headers: { ETag: null },
    }),
  ],
  [
    "an answer without ETag",
    "tags-on-json",
    onAnswer(({ path }) => path === "/purposes", { headers: { ETag: null } }),
  ],
  [
    "If-None-Match that is not looked at",
    "tags-on-payloads",
    (hop) => hop.pass({ headers: { "If-None-Match": null } }),
  ],
  [
    "a grant without If-Match that is accepted",
    "if-match-needed",
    async (hop) =>
      isPut(hop) && !hop.headers.has("If-Match")
        ? hop.pass({ headers: { "If-Match": await currentTag(hop) } })
        : hop.pass(),
  ],
  [
    "a stale If-Match that is accepted",
    "stale-if-match",
    async (hop) =>
      isPut(hop) && hop.headers.has("If-Match")
        ? hop.pass({ headers: { "If-Match": await currentTag(hop) } })
        : hop.pass(),
  ],
  ["an ETag that DELETE leaves as it was", "withdrawal-new-tag", tagKeptByDelete()],
  [
    "a wrong Repr-Digest",
    "payload-digest",
    onAnswer(isPayload, { headers: { "Repr-Digest": `sha-256=:${"A".repeat(43)}=:` } }),
  ],
  [
    "a compressed payload",
    "payload-not-coded",
    onAnswer(isPayload, { headers: { "Content-Encoding": "gzip" } }),
  ],
  [
    "a payload that a proxy may store",
    "payload-headers",
    onAnswer(isPayload, { headers: { "Cache-Control": "max-age=60" } }),
  ],
  ["a GET that makes the UUID", "reading-changes-nothing", uuidMadeByGet()],
  [
    "a withdrawal that needs If-Match",
    "withdrawal-without-if-match",
    (hop) =>
      isDelete(hop) && !hop.headers.has("If-Match")
        ? hop.pass({ method: "PUT" })
        : hop.pass(),
  ],
  [
    "a stale If-Match that hinders a withdrawal",
    "withdrawal-with-any-if-match",
    (hop) =>
      isDelete(hop) && hop.headers.get("If-Match") === '"stale"'
        ? hop.pass({ method: "PUT" })
        : hop.pass(),
  ],
  [
    "an undisclosed value",
    "payload-disclosed",
    onAnswer(isPayload, {
      text: (text) => text.replace("{", '{\n  "hostname": "srv1",'),
    }),
  ],
  [
    "a payload that is not the serializer's",
    "payload-readable",
    onAnswer(isPayload, { text: (text) => text.replaceAll(/\n\s*/g, "") }),
  ],
  [
    "a UUID in the payload before the decision",
    "payload-uuid",
    onAnswer(isPayload, { text: (text) => text.replace(nilUuid, someUuid) }),
  ],
  [
    "a pseudonym before the decision",
    "pseudonym-only-while-agreed",
    onAnswer(({ path }) => path === "/purposes", {
      text: (text) => text.replaceAll('"pseudonym":null', `"pseudonym":"${someUuid}"`),
    }),
  ],
  [
    "a page of HTML for an error",
    "errors-are-problems",
    onAnswer(
      () => true,
      { headers: { "Content-Type": "text/html" }, text: () => "<h1>Not found</h1>" },
      ({ status }) => status === 404,
    ),
  ],
  [
    "a write from another site that is accepted",
    "cross-site",
    (hop) => hop.pass({ headers: { "Sec-Fetch-Site": "same-origin" } }),
  ],
  [
    "a write of the same site that is accepted",
    "cross-site",
    (hop) =>
      hop.headers.get("Sec-Fetch-Site") === "same-site"
        ? hop.pass({ headers: { "Sec-Fetch-Site": "same-origin" } })
        : hop.pass(),
  ],
  [
    "a refusal that is read as a withdrawal",
    "refusal",
    onAnswer((hop) => hop.method === "GET", {
      text: (text) => text.replaceAll('"status":"refused"', '"status":"withdrawn"'),
    }),
  ],
  [
    "a refusal that passes for a withdrawal",
    "withdraw-instead",
    async (hop) => {
      const response = await hop.pass();
      const instead =
        isPut(hop) && (await response.clone().text()).includes("withdraw-instead");
      return instead ? hop.pass({ method: "DELETE" }) : response;
    },
  ],
  [
    "a read without a session",
    "session-needed",
    (hop) =>
      hop.method === "GET"
        ? hop.pass({ headers: { Cookie: "session=admin" } })
        : hop.pass(),
  ],
  [
    "a decision of somebody who may only look",
    "permission-needed-to-decide",
    (hop) =>
      hop.headers.get("Cookie") === "session=auditor"
        ? hop.pass({ headers: { Cookie: "session=admin" } })
        : hop.pass(),
  ],
  ["any host that is served", "own-host", (hop) => hop.pass({ headers: { Host: null } })],
  [
    "a form that is read as JSON",
    "media-type",
    (hop) =>
      isPut(hop)
        ? hop.pass({ headers: { "Content-Type": "application/json" } })
        : hop.pass(),
  ],
  [
    "a body that is looked at before the session",
    "order-of-problems",
    async (hop) =>
      isPut(hop) && hop.body === "{" && hop.headers.get("Content-Type") === "text/plain"
        ? hop.pass({
            headers: { Cookie: "session=admin", "Content-Type": "application/json" },
          })
        : hop.pass(),
  ],
  [
    "a text that is not the one of its digest",
    "policy-text-digests",
    onAnswer(({ path }) => path.startsWith("/policy/texts/"), {
      text: (text) => `${text} `,
    }),
  ],
  [
    "reports that go on after a refusal",
    "effective-only-when-granted",
    onAnswer(({ path }) => path === "/purposes", {
      text: (text) => text.replaceAll('"effective":false', '"effective":true'),
    }),
  ],
  [
    "reports that go out without a way to send",
    "effective-needs-transport",
    onAnswer(({ path }) => path === "/purposes", { text: asIfSent }),
  ],
  [
    "a deletion that is under way without a way to ask for it",
    "deletion-members",
    onAnswer(({ path }) => path === "/purposes", { text: asIfDeleted }),
  ],
  [
    "agreed bytes that outlive their UUID",
    "agreed-bytes",
    onAnswer(
      ({ path }) => path.startsWith("/decisions/"),
      { status: 200, text: (text) => text },
      ({ status }) => status === 410,
    ),
  ],
  [
    "a history that tells the oldest first",
    "history-pages",
    onAnswer(({ path }) => path === "/decisions", { text: oldestFirst }),
  ],
];

/** Of a panel that cannot send, as if it could. */
function asIfSent(text: string): string {
  return eachActivity(text, (activity, { status }) => ({
    effective: activity.lock === null && status === "granted",
  }));
}

/** Of a panel that cannot send, as if it asked for a deletion. */
function asIfDeleted(text: string): string {
  const deletion = {
    ...{ id: someUuid, requestedAt: "2026-01-15T09:30:00.000Z", state: "under-way" },
    ...{ nextAttemptAt: null, confirmedAt: null, deleted: null, signature: null },
  };
  return eachActivity(text, ({ pseudonym }) => ({
    deletions: pseudonym === null ? [] : [deletion],
  }));
}

type Activity = Pick<PurposeState["activity"], "lock" | "pseudonym">;
type Told = Pick<PurposeState, "decision"> & { readonly activity: Activity };

function eachActivity(
  text: string,
  to: (activity: Activity, decision: PurposeState["decision"]) => object,
): string {
  const told: { readonly purposes?: Readonly<Record<string, Told>> } = JSON.parse(
    text || "{}",
  );
  const purposes = Object.entries(told.purposes ?? {}).map(([id, purpose]) => {
    const { activity, decision } = purpose;
    return [id, { ...purpose, activity: { ...activity, ...to(activity, decision) } }];
  });
  return JSON.stringify({ ...told, purposes: Object.fromEntries(purposes) });
}

function oldestFirst(text: string): string {
  const page: { entries?: { at: string }[] } = JSON.parse(text || "{}");
  const entries = (page.entries ?? []).map((entry, index) => ({
    ...entry,
    at: new Date(Date.parse(entry.at) + index * 1000).toISOString(),
  }));
  return JSON.stringify({ ...page, entries });
}

function tagKeptByDelete(): Mistake {
  return async (hop) => {
    if (!isDelete(hop)) return hop.pass();
    const before = await currentTag(hop);
    return altered(await hop.pass(), { headers: { ETag: before } });
  };
}

function uuidMadeByGet(): Mistake {
  let made = false;
  return async (hop) => {
    const response = await hop.pass();
    if (hop.method === "GET" && isPayload(hop)) made = true;
    return made && hop.path === "/purposes" && response.status === 200
      ? altered(response, {
          text: (text) =>
            text.replaceAll('"pseudonym":null', `"pseudonym":"${someUuid}"`),
        })
      : response;
  };
}
