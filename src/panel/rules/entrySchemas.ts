import * as z from "zod/mini";
import { recordedEvents } from "../../contract/decisionRecord.ts";
import {
  digestField,
  erasureField,
  language,
  moment,
  revisionId,
  seenKinds,
  signatureStates,
  signedAnswer,
} from "../../contract/fields.ts";
import { transmissionKinds, transmissionOutcomes } from "../../contract/transmission.ts";
import { tlsResults } from "../../contract/transport.ts";

/** An entry of the history, as the store's `data` of the log `decision`. */
export const decisionEntry = z.object({
  event: z.enum(recordedEvents),
  at: moment,
  revision: z.nullable(revisionId),
  language: z.nullable(language),
  textDigest: z.nullable(digestField),
  /** Whether the panel knew that text. */
  textKnown: z.nullable(z.boolean()),
  payloadDigest: z.nullable(digestField),
  via: z.nullable(z.string()),
  seen: z.nullable(z.enum(seenKinds)),
  /** The grant that a withdrawal or a confirmed deletion ends. */
  ended: z.nullable(z.uuid()),
  /** What the store said of deleted bytes when this confirmed deletion was written. */
  erasure: erasureField,
  /** What the vendor's answer to a confirmed deletion was signed with. */
  signature: z.optional(z.nullable(z.enum(signatureStates))),
  signed: z.optional(signedAnswer),
});

export type DecisionEntry = z.infer<typeof decisionEntry>;

/** The beginning of an attempt, as the `data` of the log `transmission`. */
export const attemptEntry = z.object({
  kind: z.enum(transmissionKinds),
  item: z.uuid(),
  at: moment,
  method: z.string(),
  url: z.url(),
  /** Bytes of the body. */
  size: z.int().check(z.nonnegative()),
  digest: digestField,
});

export type AttemptEntry = z.infer<typeof attemptEntry>;

/** How an attempt ended, as the `data` of the entry that ends it. */
export const attemptEnd = z.object({
  at: moment,
  outcome: z.enum(transmissionOutcomes),
  status: z.nullable(z.int()),
  tls: z.enum(tlsResults),
  signature: z.nullable(z.enum(signatureStates)),
});

export type AttemptEnd = z.infer<typeof attemptEnd>;
