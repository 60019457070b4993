import * as z from "zod/mini";
import { digestField, language, moment, person, revisionId } from "./fields.ts";

/**
 * A purpose's decision: what was decided, when, by whom, and what the person saw
 * (GDPR Art. 7(1): consent must be demonstrable). While `undecided` all else is null.
 */
export const decision = z.object({
  /** One of `decisionStatuses`; a status that a client does not know is shown as unknown. */
  status: z.string(),
  /** Counts every change; the entity tag is made of it. */
  sequence: z.int().check(z.nonnegative()),
  at: z.nullable(moment),
  by: z.nullable(person),
  revision: z.nullable(revisionId),
  language: z.nullable(language),
  textDigest: z.nullable(digestField),
  payloadDigest: z.nullable(digestField),
});

export type Decision = z.infer<typeof decision>;

/** The body of a PUT: a grant is bound to what was seen, a refusal to the text alone. */
export const decisionRequest = z.discriminatedUnion("decision", [
  z.strictObject({
    decision: z.literal("granted"),
    revision: revisionId,
    language,
    textDigest: digestField,
    payloadDigest: digestField,
  }),
  z.strictObject({
    decision: z.literal("refused"),
    revision: revisionId,
    language,
    textDigest: digestField,
  }),
]);

export type DecisionRequest = z.infer<typeof decisionRequest>;

/** The strong entity tag of a decision (RFC 9110 § 8.8.3). */
export function decisionTag(sequence: number): string {
  return `"${sequence}"`;
}
