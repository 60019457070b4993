import * as z from "zod/mini";
import { digestField, language, moment, person, revisionId } from "./fields.ts";

/** What the history of decisions tells of. */
export const recordedEvents = [
  "granted",
  "refused",
  "withdrawn",
  "outdated",
  "deletion-requested",
  "deletion-confirmed",
] as const;

/** Whether bytes are still there: those that hold a UUID go with it, digests stay. */
export const bodyStates = ["kept", "deleted", "none"] as const;

/** One entry of `GET /decisions`. What nobody did (a revision, a deletion) has no person. */
export const decisionRecord = z.object({
  id: z.uuid(),
  purpose: z.string(),
  event: z.enum(recordedEvents),
  at: moment,
  by: z.nullable(person),
  revision: z.nullable(revisionId),
  language: z.nullable(language),
  textDigest: z.nullable(digestField),
  payloadDigest: z.nullable(digestField),
  /** The bytes that were agreed to, at `GET /decisions/{id}/payload`. */
  payload: z.enum(bodyStates),
  /** The receipt, at `GET /receipts/{id}`. */
  receipt: z.nullable(z.uuid()),
});

export type DecisionRecord = z.infer<typeof decisionRecord>;
