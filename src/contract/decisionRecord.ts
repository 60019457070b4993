import * as z from "zod/mini";
import {
  chainPlace,
  digestField,
  erasureField,
  language,
  moment,
  person,
  revisionId,
  signedAnswer,
  uuid,
} from "./fields.ts";

/** What the history of decisions tells of. */
export const recordedEvents = [
  "granted",
  "refused",
  "withdrawn",
  "outdated",
  "deletion-requested",
  "deletion-confirmed",
] as const;

export type RecordedEvent = (typeof recordedEvents)[number];

/** Whether bytes are still there: those that hold a UUID go with it, digests stay. */
export const bodyStates = ["kept", "deleted", "none"] as const;

/** One entry of `GET /decisions`. What nobody did (a revision, a deletion) has no person. */
export const decisionRecord = z.object({
  id: uuid,
  purpose: z.string(),
  /** One of `recordedEvents`. */
  event: z.string(),
  at: moment,
  by: z.nullable(person),
  revision: z.nullable(revisionId),
  language: z.nullable(language),
  textDigest: z.nullable(digestField),
  /** Whether the panel knew that text when it was named. */
  textKnown: z.nullable(z.boolean()),
  payloadDigest: z.nullable(digestField),
  /** The bytes that were agreed to, at `GET /decisions/{id}/payload`. */
  payload: z.enum(bodyStates),
  via: z.nullable(z.string()),
  seen: z.nullable(z.string()),
  /** Of a confirmed deletion: what became of the panel's own copies, as it said then. */
  erasure: erasureField,
  /** Of a confirmed deletion: one of `signatureStates`, and what can be checked of it. */
  signature: z.optional(z.nullable(z.string())),
  signed: z.optional(signedAnswer),
  /** The receipt, at `GET /receipts/{id}`. */
  receipt: z.nullable(uuid),
  ...chainPlace,
});

/**
 * An entry of the history as a panel answers it: moments in RFC 3339, digests in the
 * notation of RFC 9530.
 */
export type DecisionRecord = z.infer<typeof decisionRecord>;
