import * as z from "zod/mini";
import {
  digestField,
  language,
  moment,
  revisionId,
  seenKinds,
  signatureStates,
  signedAnswer,
} from "../../contract/fields.ts";
import { suspensions } from "../../contract/purposeState.ts";
import { decisionStatuses } from "../../contract/transitions.ts";
import { tlsResults } from "../../contract/transport.ts";
import type { Json } from "../../payload/serializePayload.ts";
import { machineIdHash } from "./machineIdHash.ts";

/** A deletion at the vendor; while it is owed there is an item with the same id. */
const deletionData = z.object({
  id: z.uuid(),
  requestedAt: moment,
  /** The entry of the grant that ended, for the receipt. */
  grant: z.nullable(z.uuid()),
  attempts: z.int().check(z.nonnegative()),
  nextAttemptAt: z.nullable(moment),
  /** The vendor has deleted; this panel's own files may still have to be cleaned. */
  answeredAt: z.nullable(moment),
  confirmedAt: z.nullable(moment),
  deleted: z.nullable(z.int().check(z.nonnegative())),
  signature: z.nullable(z.enum(signatureStates)),
  /** The vendor's signed answer, until the deletion is confirmed. */
  signed: z.optional(signedAnswer),
});

export type DeletionData = z.infer<typeof deletionData>;

/** All that the core keeps of a purpose, as the store's `state`. Names stand in entries. */
export const purposeData = z.object({
  decision: z.object({
    status: z.enum(decisionStatuses),
    sequence: z.int().check(z.nonnegative()),
    at: z.nullable(moment),
    revision: z.nullable(revisionId),
    language: z.nullable(language),
    textDigest: z.nullable(digestField),
    payloadDigest: z.nullable(digestField),
    via: z.nullable(z.string()),
    seen: z.nullable(z.enum(seenKinds)),
  }),
  /** The entry of the grant that stands or stood last. */
  grant: z.nullable(z.uuid()),
  pseudonym: z.nullable(z.uuid()),
  /**
   * The vendors to which a send under this pseudonym was ever begun, for they may hold
   * data: digests of their authorities' public keys, null for one that is not known.
   */
  attempted: z.array(z.nullable(z.string())),
  suspended: z.nullable(z.enum(suspensions)),
  /** The server that the pseudonym was made for; null where none was told. Goes with it. */
  machine: z._default(z.nullable(machineIdHash), null),
  /** The store's epoch in which this holds; null until it was looked for. */
  epoch: z._default(z.nullable(z.string()), null),
  /** The monthly reports; null where there are none. */
  schedule: z.nullable(z.object({ grantedAt: moment, nextAt: moment })),
  lastSentAt: z.nullable(moment),
  lastAttempt: z.nullable(
    z.object({
      at: moment,
      tls: z.enum(tlsResults),
    }),
  ),
  /** Newest first. */
  deletions: z.array(deletionData),
});

export type PurposeData = z.infer<typeof purposeData>;

/** A purpose as on a fresh install: nobody has decided, nothing was sent. */
export const freshPurpose: PurposeData = {
  decision: {
    status: "undecided",
    sequence: 0,
    at: null,
    revision: null,
    language: null,
    textDigest: null,
    payloadDigest: null,
    via: null,
    seen: null,
  },
  grant: null,
  pseudonym: null,
  attempted: [],
  suspended: null,
  machine: null,
  epoch: null,
  schedule: null,
  lastSentAt: null,
  lastAttempt: null,
  deletions: [],
};

/** Reads a store's state. Throws for one that no version of this core wrote. */
export function readPurposeData(state: Json): PurposeData {
  return state === null ? freshPurpose : purposeData.parse(state);
}
