import * as z from "zod/mini";
import { decision } from "./decision.ts";
import { moment } from "./fields.ts";
import { transport } from "./transport.ts";

/** Why nothing may be sent, whatever was decided. */
export const locks = ["do-not-track", "vendor"] as const;

/** A pseudonym's data at the vendor on their way out. Several may be open, one a UUID. */
export const deletion = z.object({
  id: z.uuid(),
  requestedAt: moment,
  state: z.enum(["under-way", "failed", "confirmed"]),
  /** When it is tried again, while it is not confirmed. */
  nextAttemptAt: z.nullable(moment),
  confirmedAt: z.nullable(moment),
  /** How many reports the vendor says it deleted. */
  deleted: z.nullable(z.int().check(z.nonnegative())),
});

export type Deletion = z.infer<typeof deletion>;

/** What moves by itself, apart from the decision. */
export const activity = z.object({
  /** Whether reports go out now: granted, and not locked. */
  effective: z.boolean(),
  /** The UUID, for a purpose that works under a pseudonym, while there is one. */
  pseudonym: z.nullable(z.uuid()),
  lastSentAt: z.nullable(moment),
  nextAt: z.nullable(moment),
  /** Newest first. */
  deletions: z.array(deletion),
  lock: z.nullable(z.enum(locks)),
});

/** A purpose with its decision and what it does. */
export const purposeState = z.object({
  decision,
  /** The entity tag that a PUT names in `If-Match`. */
  etag: z.string(),
  activity,
  /** Null in a panel that cannot send. */
  transport: z.nullable(transport),
});

export type PurposeState = z.infer<typeof purposeState>;

/** Who is looking. */
export const viewer = z.object({
  id: z.string(),
  name: z.string(),
  mayDecide: z.boolean(),
});

export type Viewer = z.infer<typeof viewer>;
