import * as z from "zod/mini";

/** A problem document (RFC 9457 § 3), `application/problem+json`. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** For a log; the page never shows it. */
  detail: z.optional(z.string()),
  /** Names this occurrence, to find it in the panel's log. */
  instance: z.optional(z.string()),
});

/** A problem as a panel answers it (RFC 9457). */
export type ProblemDocument = z.infer<typeof problemDocument>;
