import * as z from "zod/mini";
import { bodyStates } from "./decisionRecord.ts";
import { digestField, moment } from "./fields.ts";

/** How an attempt to send ended. `pending` has not ended. */
export const transmissionOutcomes = [
  "pending",
  "accepted",
  "rejected",
  "unreachable",
  "tls-pin-mismatch",
  "aborted",
] as const;

/** One entry of `GET /transmissions`: one attempt, whether it arrived or not. */
export const transmission = z.object({
  id: z.uuid(),
  purpose: z.string(),
  /** A report, or the request to erase what was reported under a pseudonym. */
  kind: z.enum(["report", "erasure"]),
  at: moment,
  method: z.string(),
  url: z.url(),
  /** Bytes of the body. */
  size: z.int().check(z.nonnegative()),
  digest: digestField,
  outcome: z.enum(transmissionOutcomes),
  /** The vendor's HTTP status, when it answered. */
  status: z.nullable(z.int()),
  nextAttemptAt: z.nullable(moment),
  /** The exact bytes, at `GET /transmissions/{id}/body`. */
  body: z.enum(bodyStates),
});

export type Transmission = z.infer<typeof transmission>;
