import * as z from "zod/mini";
import { tagsIn } from "./entityTag.ts";
import { digestField, language, moment, person, revisionId } from "./fields.ts";

/**
 * A purpose's decision: what was decided, when, by whom, and what the person saw
 * (GDPR Art. 7(1): consent must be demonstrable). While `undecided` all else is null.
 */
export const decision = z.object({
  /** One of `decisionStatuses`; a status that a client does not know is shown as unknown. */
  status: z.string(),
  /** Counts every change, and is the decision's identity; the entity tag is made of it. */
  sequence: z.int().check(z.nonnegative()),
  at: z.nullable(moment),
  by: z.nullable(person),
  revision: z.nullable(revisionId),
  language: z.nullable(language),
  textDigest: z.nullable(digestField),
  payloadDigest: z.nullable(digestField),
  /** One of `decisionWays`, as the client said it. */
  via: z.nullable(z.string()),
  /** One of `seenKinds`, for a grant. */
  seen: z.nullable(z.string()),
});

/**
 * A decision as a panel answers it: moments in RFC 3339, digests in the notation of RFC
 * 9530.
 */
export type Decision = z.infer<typeof decision>;

/** The strong entity tag of a decision (RFC 9110 § 8.8.3). */
export function decisionTag(sequence: number): string {
  return `"${sequence}"`;
}

/** The sequences that a list of tags names, whatever a proxy made of them (`W/"3"`, `"3-gzip"`). */
export function taggedSequences(list: string): readonly number[] {
  return tagsIn(list)
    .filter((opaque) => /^\d{1,15}$/.test(opaque))
    .map(Number);
}
