import * as z from "zod/mini";
import { bodyStates } from "./decisionRecord.ts";
import { chainPlace, digestField, moment, url, uuid } from "./fields.ts";

/**
 * How an attempt to send ended. `pending` has not ended; the end of an `interrupted` one
 * nobody saw, so it may have arrived.
 */
export const transmissionOutcomes = [
  "pending",
  "accepted",
  "rejected",
  "unreachable",
  "tls-pin-mismatch",
  "aborted",
  "interrupted",
] as const;

export type TransmissionOutcome = (typeof transmissionOutcomes)[number];

/** A report, or the request to erase what was reported under a pseudonym. */
export const transmissionKinds = ["report", "erasure"] as const;

/** One entry of `GET /transmissions`: one attempt, whether it arrived or not. */
export const transmission = z.object({
  id: uuid,
  purpose: z.string(),
  /** One of `transmissionKinds`. */
  kind: z.string(),
  at: moment,
  method: z.string(),
  url,
  /** Bytes of the body. */
  size: z.int().check(z.nonnegative()),
  digest: digestField,
  /** One of `transmissionOutcomes`. */
  outcome: z.string(),
  /** The vendor's HTTP status, when it answered. */
  status: z.nullable(z.int()),
  nextAttemptAt: z.nullable(moment),
  /** One of `signatureStates`; null until the vendor has answered. */
  signature: z.nullable(z.string()),
  /** The exact bytes, at `GET /transmissions/{id}/body`. */
  body: z.enum(bodyStates),
  ...chainPlace,
});

/**
 * An attempt to send as a panel answers it: size in bytes, moments in RFC 3339, digest
 * as in RFC 9530.
 */
export type Transmission = z.infer<typeof transmission>;
