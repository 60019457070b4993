import * as z from "zod/mini";
import { digestField } from "./fields.ts";

/** The most events that one page of `GET /log` has. */
export const logPageSize = 50;

/**
 * One event of the chain of digests. `digest` is SHA-256 over `event` as canonical JSON
 * (RFC 8785); `head` is SHA-256 over the bytes of the head before it and of `digest`, and
 * before the first stands the digest of nothing.
 */
export const chainedEvent = z.object({
  number: z.int().check(z.positive()),
  digest: digestField,
  head: digestField,
  /** Of who did it; null where nobody did, or the name was erased. */
  salt: z.nullable(z.string()),
  event: z.looseObject({
    id: z.uuid(),
    log: z.string(),
    purpose: z.string(),
    ends: z.nullable(z.uuid()),
    data: z.unknown(),
    /** SHA-256 over the canonical JSON of salt, id and name of who did it. */
    name: z.nullable(digestField),
    /** Whether it was there before there was a chain. */
    migrated: z.boolean(),
  }),
});

/**
 * A page of the chain over history and log, oldest first. `upTo` is the number that the
 * pages of one reading go up to, so that they are of one moment.
 */
export const logPage = z.object({
  events: z.array(chainedEvent).check(z.maxLength(logPageSize)),
  upTo: z.int().check(z.nonnegative()),
  next: z.nullable(z.string()),
});

export type ChainedEvent = z.infer<typeof chainedEvent>;

export type LogPage = z.infer<typeof logPage>;
