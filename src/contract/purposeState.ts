import * as z from "zod/mini";
import { decision } from "./decision.ts";
import { chainPlace, erasureField, moment, url, uuid } from "./fields.ts";
import { transport } from "./transport.ts";

/** Why nothing may be sent, whatever was decided. */
export const locks = ["do-not-track", "vendor"] as const;

export type Lock = (typeof locks)[number];

/**
 * Why no report leaves although consent stands: a backup was restored, the server is a
 * copy of another, or the vendor turned a report down as erased (410).
 */
export const suspensions = [
  "store-restored",
  "machine-changed",
  "refused-by-vendor",
] as const;

export type Suspension = (typeof suspensions)[number];

/**
 * How far a deletion at the vendor is. In a panel that cannot send one that is not confirmed
 * has `failed`: no attempt is made, and none is planned.
 */
export const deletionStates = ["under-way", "failed", "confirmed"] as const;

/** A pseudonym's data at the vendor on their way out. Several may be open, one a UUID. */
export const deletion = z.object({
  id: uuid,
  requestedAt: moment,
  /** One of `deletionStates`. */
  state: z.string(),
  /** When it is tried again, while it is not confirmed; null in a panel that cannot send. */
  nextAttemptAt: z.nullable(moment),
  confirmedAt: z.nullable(moment),
  /** How many reports the vendor says it deleted. */
  deleted: z.nullable(z.int().check(z.nonnegative())),
  /** One of `signatureStates`; null until the vendor has answered. */
  signature: z.nullable(z.string()),
});

/** A deletion at the vendor as a panel answers it (GDPR Art. 17): moments in RFC 3339. */
export type Deletion = z.infer<typeof deletion>;

/** What moves by itself, apart from the decision. */
export const activity = z.object({
  /** Whether reports go out now: granted, not locked, not suspended, with a way to send. */
  effective: z.boolean(),
  /** One of `suspensions`; null when nothing but decision and lock counts. */
  suspended: z.nullable(z.string()),
  /** The UUID, for a purpose that works under a pseudonym, while there is one. */
  pseudonym: z.nullable(uuid),
  lastSentAt: z.nullable(moment),
  nextAt: z.nullable(moment),
  /** Newest first. */
  deletions: z.array(deletion),
  /** Sends that were begun and have not ended. */
  openSends: z.int().check(z.nonnegative()),
  /** One of `locks`. */
  lock: z.nullable(z.string()),
});

/** A purpose with its decision and what it does. */
export const purposeState = z.object({
  decision,
  /** The entity tag that a PUT names in `If-Match`. */
  etag: z.string(),
  activity,
  /** Null in a panel that cannot send. */
  transport: z.nullable(transport),
  /** Where the vendor publishes what was collected. */
  resultsUrl: z.nullable(url),
});

/**
 * A purpose as a panel answers it: the decision, what moves by itself, and the way to
 * the vendor.
 */
export type PurposeState = z.infer<typeof purposeState>;

/** Who is looking. */
export const viewer = z.object({
  id: z.string(),
  name: z.string(),
  mayDecide: z.boolean(),
});

/** Who is looking, and whether that person may decide. */
export type Viewer = z.infer<typeof viewer>;

/** What the store says of itself: a lower counter of the same epoch is an older answer. */
export const storeState = z.object({
  epoch: z.string(),
  counter: z.int().check(z.nonnegative()),
  /** What "deleted" means of its own bytes. */
  erasure: erasureField,
  ...chainPlace,
});

export type StoreState = z.infer<typeof storeState>;
