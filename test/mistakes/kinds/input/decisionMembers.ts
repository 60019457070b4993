import { confuses, front } from "../../faultyPanel/faults.ts";
import { payloadDigestNow } from "../../faultyPanel/readNow.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { acceptsBody, bodyOf } from "./acceptsBody.ts";
import { rewritesGrant } from "./rewritesGrant.ts";

/** A body is taken for another decision than it says. */
export const decisionMembers: readonly Mistake[] = [
  {
    id: "both-seen-and-digest",
    sentence: "A grant with payloadDigest and seen is accepted",
    plant: acceptsBody(({ seen, ...body }) =>
      seen !== undefined && body.payloadDigest !== undefined ? body : undefined,
    ),
  },
  {
    id: "unknown-seen",
    sentence: "A grant with seen: bytes is accepted",
    plant: acceptsBody(({ seen, ...body }) => (seen === "bytes" ? body : undefined)),
  },
  {
    id: "digest-of-payload-missing",
    sentence: "A grant without payloadDigest is accepted",
    plant: rewritesGrant(async ({ payloadDigest, seen }, hop) =>
      payloadDigest || seen ? undefined : { payloadDigest: await payloadDigestNow(hop) },
    ),
  },
  {
    id: "kinds-without-leave",
    sentence: "Consent to the kinds of values is malformed in place of not allowed",
    plant: confuses("payload-not-seen", "malformed-body", is.put),
  },
  {
    id: "decision-in-any-case",
    sentence: "GRANTED is taken for granted",
    plant: acceptsBody((body) =>
      typeof body.decision === "string"
        ? { ...body, decision: body.decision.toLowerCase() }
        : undefined,
    ),
  },
  {
    id: "decision-missing",
    sentence: "A body that does not say what is decided is a refusal",
    plant: acceptsBody((body) =>
      body.decision === undefined
        ? { decision: "refused", ...body, payloadDigest: undefined }
        : undefined,
    ),
  },
  {
    id: "withdrawn-by-put",
    sentence: "A PUT of withdrawn withdraws",
    plant: front(async (hop) =>
      is.put(hop) && bodyOf(hop)?.decision === "withdrawn"
        ? hop.pass({ method: "DELETE", body: "" })
        : hop.pass(),
    ),
  },
];
