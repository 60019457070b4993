import * as z from "zod/mini";
import { digestField, language, revisionId } from "./fields.ts";

const text = { revision: revisionId, language, textDigest: digestField };

/** A grant, bound to what was seen. */
export const grant = z
  .strictObject({
    decision: z.literal("granted"),
    ...text,
    /** Of the bytes that were seen. */
    payloadDigest: z.optional(digestField),
    /** In place of `payloadDigest`: consent to the kinds of values, unseen. */
    seen: z.optional(z.literal("kinds")),
  })
  .check(
    z.refine(({ payloadDigest, seen }) => (payloadDigest === undefined) === !!seen, {
      error: 'Give payloadDigest, or in its place "seen": "kinds".',
    }),
  );

const refusal = z.strictObject({ decision: z.literal("refused"), ...text });

/** The body of a PUT: a grant is bound to what was seen, a refusal to the text alone. */
export const decisionRequest = z.discriminatedUnion("decision", [grant, refusal]);

/** The body of a POST, for firewalls that let no PUT or DELETE pass. */
export const postedDecision = z.discriminatedUnion("decision", [
  grant,
  refusal,
  z.strictObject({ decision: z.literal("withdrawn") }),
]);

/** What a POST asks for: a grant, a refusal, or a withdrawal. */
export type PostedDecision = z.infer<typeof postedDecision>;

/**
 * What a PUT asks for: a grant with the digests of text and bytes, or a refusal with
 * that of the text.
 */
export type DecisionRequest = z.infer<typeof decisionRequest>;
