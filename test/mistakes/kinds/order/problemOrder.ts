import type { ProblemCode } from "../../../../src/contract/problem.ts";
import { confuses, front, type Plant, problem } from "../../faultyPanel/faults.ts";
import { any, type Hop, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const writes = any(is.put, is.post);

const lacksTag: Where = ({ headers, method, body }) =>
  method !== "DELETE" && !headers.has("If-Match") && !body.includes("withdrawn");

const isPlain: Where = ({ headers }) =>
  headers.get("Content-Type")?.startsWith("text/plain") ?? false;

const isLarge: Where = ({ body }) => body.length > 16_384;

const isBroken: Where = ({ body }) => {
  try {
    return typeof JSON.parse(body) !== "object";
  } catch {
    return true;
  }
};

/** Answers this problem first, of those that are refused all the same. */
const early = (to: ProblemCode, when: Where, over: readonly ProblemCode[]): Plant =>
  confuses(over, to, (hop) => writes(hop) && when(hop));

const stale = async (hop: Hop) => {
  const now = await hop.pass({
    method: "GET",
    body: "",
    headers: { "If-None-Match": null },
  });
  return (
    now.status === 200 &&
    hop.headers.has("If-Match") &&
    hop.headers.get("If-Match") !== now.headers.get("ETag")
  );
};

/** Of two faults the second is answered. */
export const problemOrder: readonly Mistake[] = [
  {
    id: "428-before-400",
    sentence: "A missing If-Match is told before a malformed body",
    plant: early("precondition-required", lacksTag, ["malformed-body"]),
  },
  {
    id: "428-before-415",
    sentence: "A missing If-Match is told before the media type",
    plant: early("precondition-required", lacksTag, ["media-type-not-supported"]),
  },
  {
    id: "428-before-404",
    sentence: "A missing If-Match is told before a purpose that there is not",
    plant: early("precondition-required", lacksTag, ["not-found"]),
  },
  {
    id: "428-before-401",
    sentence: "A missing If-Match is told before the session",
    plant: early("precondition-required", lacksTag, ["not-signed-in"]),
  },
  {
    id: "415-before-413",
    sentence: "The media type is told before the size",
    plant: early("media-type-not-supported", isPlain, ["body-too-large"]),
  },
  {
    id: "400-before-415",
    sentence: "A malformed body is told before the media type",
    plant: early("malformed-body", isBroken, ["media-type-not-supported"]),
  },
  {
    id: "400-before-403",
    sentence: "A malformed body is told before another site",
    plant: early("malformed-body", isBroken, ["cross-site"]),
  },
  {
    id: "413-before-401",
    sentence: "The size is told before the session",
    plant: early("body-too-large", isLarge, ["not-signed-in"]),
  },
  {
    id: "415-before-401",
    sentence: "The media type is told before the session",
    plant: early("media-type-not-supported", isPlain, ["not-signed-in"]),
  },
  {
    id: "415-before-404",
    sentence: "The media type is told before a purpose that there is not",
    plant: early("media-type-not-supported", isPlain, ["not-found"]),
  },
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
      const now = await hop.pass({
        method: "GET",
        body: "",
        headers: { "If-None-Match": null },
      });
      const again = await hop
        .pass({ headers: { "If-Match": now.headers.get("ETag") } })
        .then(async (one) => ({ one, text: await one.clone().text() }));
      return again.one.status === 409 && again.text.includes("policy-changed")
        ? again.one
        : answer;
    }),
  },
  {
    id: "412-before-400",
    sentence: "A changed decision is told before a malformed body",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return writes(hop) && answer.status === 400 && (await stale(hop))
        ? problem("decision-changed")
        : answer;
    }),
  },
  {
    id: "412-before-415",
    sentence: "A changed decision is told before the media type",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return writes(hop) && answer.status === 415 && (await stale(hop))
        ? problem("decision-changed")
        : answer;
    }),
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
      const now: { status?: string } = await (
        await hop.pass({ method: "GET", body: "", headers: { "If-None-Match": null } })
      ).json();
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
