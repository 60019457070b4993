import * as z from "zod/mini";
import { digestField } from "./fields.ts";

/** The most events that one page of `GET /log` has. */
export const logPageSize = 50;

/**
 * The chain of digests over history and log, oldest first: each `head` is the SHA-256 of
 * the head before it and of the event's digest. `upTo` is the number that the pages of one
 * reading go up to, so that they are of one moment.
 */
export const logPage = z.object({
  events: z
    .array(
      z.object({
        number: z.int().check(z.positive()),
        digest: digestField,
        head: digestField,
      }),
    )
    .check(z.maxLength(logPageSize)),
  upTo: z.int().check(z.nonnegative()),
  next: z.nullable(z.string()),
});
