import * as z from "zod/mini";
import { decision } from "./decision.ts";
import { moment } from "./fields.ts";

/** Why nothing may be sent, whatever was decided. */
export const locks = ["do-not-track", "vendor"] as const;

/** What moves by itself, apart from the decision. */
export const activity = z.object({
  /** Whether reports go out now: granted, and not locked. */
  effective: z.boolean(),
  /** The UUID, for a purpose that works under a pseudonym, while there is one. */
  pseudonym: z.nullable(z.uuid()),
  lastSentAt: z.nullable(moment),
  nextAt: z.nullable(moment),
  lock: z.nullable(z.enum(locks)),
});

/** A purpose with its decision and what it does. */
export const purposeState = z.object({
  decision,
  /** The entity tag that a PUT names in `If-Match`. */
  etag: z.string(),
  activity,
});

export type PurposeState = z.infer<typeof purposeState>;

/** Who is looking. */
export const viewer = z.object({
  id: z.string(),
  name: z.string(),
  mayDecide: z.boolean(),
});

export type Viewer = z.infer<typeof viewer>;
