import type { ProblemCode } from "../../../../src/contract/problem.ts";
import { confuses, front, type Plant, problem } from "../../faultyPanel/faults.ts";
import { jsonNow, readNow, tagNow } from "../../faultyPanel/readNow.ts";
import { any, type Hop, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const writes = any(is.put, is.post);

const lacksTag: Where = ({ headers, method, body }) =>
  method !== "DELETE" && !headers.has("If-Match") && !body.includes("withdrawn");

const isPlain: Where = ({ headers }) =>
  headers.get("Content-Type")?.startsWith("text/plain") ?? false;

const isBroken: Where = ({ body }) => {
  try {
    return typeof JSON.parse(body) !== "object";
  } catch {
    return true;
  }
};

/** Tells one refusal before another, where both are due. */
const early =
  (told: string, code: ProblemCode, when: Where) =>
  (id: string, over: ProblemCode, before: string): Mistake => ({
    id,
    sentence: `${told} is told before ${before}`,
    plant: confuses(over, code, (hop) => writes(hop) && when(hop)),
  });

const missingTag = early("A missing If-Match", "precondition-required", lacksTag);
const mediaType = early("The media type", "media-type-not-supported", isPlain);
const malformed = early("A malformed body", "malformed-body", isBroken);
const size = early("The size", "body-too-large", is.large);

const isStale = async (hop: Hop) => {
  const now = await readNow(hop);
  const tag = hop.headers.get("If-Match");
  return now.status === 200 && tag !== null && tag !== now.headers.get("ETag");
};

/** Tells a changed decision before what this status says. */
const staleBefore = (status: number): Plant =>
  front(async (hop) => {
    const answer = await hop.pass();
    return writes(hop) && answer.status === status && (await isStale(hop))
      ? problem("decision-changed")
      : answer;
  });

/** Of two faults the second is answered. */
export const problemOrder: readonly Mistake[] = [
  missingTag("428-before-400", "malformed-body", "a malformed body"),
  missingTag("428-before-415", "media-type-not-supported", "the media type"),
  missingTag("428-before-404", "not-found", "a purpose that there is not"),
  missingTag("428-before-401", "not-signed-in", "the session"),
  mediaType("415-before-413", "body-too-large", "the size"),
  malformed("400-before-415", "media-type-not-supported", "the media type"),
  malformed("400-before-403", "cross-site", "another site"),
  size("413-before-401", "not-signed-in", "the session"),
  mediaType("415-before-401", "not-signed-in", "the session"),
  mediaType("415-before-404", "not-found", "a purpose that there is not"),
  {
    id: "404-before-401",
    sentence: "A purpose that there is not is told before the session",
    plant: confuses(
      "not-signed-in",
      "not-found",
      (hop) => is.ofDecision(hop) && hop.path.includes("no-such"),
    ),
  },
  {
    id: "404-before-403",
    sentence: "A purpose that there is not is told before another site",
    plant: confuses("cross-site", "not-found", ({ path }) => path.includes("no-such")),
  },
  {
    id: "409-before-412",
    sentence: "A changed policy is told before a changed decision",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (!is.put(hop) || answer.status !== 412) return answer;
      const again = await hop.pass({ headers: { "If-Match": await tagNow(hop) } });
      const told = await again.clone().text();
      return again.status === 409 && told.includes("policy-changed") ? again : answer;
    }),
  },
  {
    id: "412-before-400",
    sentence: "A changed decision is told before a malformed body",
    plant: staleBefore(400),
  },
  {
    id: "412-before-415",
    sentence: "A changed decision is told before the media type",
    plant: staleBefore(415),
  },
  {
    id: "payload-before-policy",
    sentence: "A changed payload is told before a changed policy",
    plant: confuses(
      "policy-changed",
      "payload-changed",
      ({ body }) =>
        body.includes("A".repeat(43)) &&
        body.indexOf("A".repeat(43)) !== body.lastIndexOf("A".repeat(43)),
    ),
  },
  {
    id: "withdraw-instead-before-412",
    sentence: "withdraw-instead is told before a changed decision",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (!is.put(hop) || answer.status !== 412 || !hop.body.includes("refused"))
        return answer;
      const now = await jsonNow(hop);
      return now.status === "granted" ? problem("withdraw-instead") : answer;
    }),
  },
  {
    id: "not-permitted-before-404",
    sentence: "Not permitted is told before a purpose that there is not",
    plant: confuses(
      "not-found",
      "not-permitted",
      (hop) => is.write(hop) && (hop.headers.get("Cookie") ?? "").includes("auditor"),
    ),
  },
];
