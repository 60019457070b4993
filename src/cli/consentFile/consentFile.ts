import * as z from "zod/mini";
import { digestField, language, revisionId } from "../../contract/fields.ts";

/** The text that was read: consent is given to these words, and to no others. */
const text = { revision: revisionId, language, textDigest: digestField };

const grant = z.strictObject({ decision: z.literal("granted"), ...text });

/** Neither of the two asks what was read: a "no" needs no reason. */
const refusal = z.strictObject({ decision: z.enum(["refused", "withdrawn"]) });

/**
 * What is to hold on many servers: a decision for each purpose that it names; the others are
 * left alone. Consent by a file is to the kinds of values that the text names, for nobody
 * sees the bytes of each server.
 */
export const consentFile = z.strictObject({
  /** For editors; nothing is read from there. */
  $schema: z.optional(z.string()),
  format: z.literal("klartext-consent"),
  version: z.literal(1),
  purposes: z.record(z.string(), z.discriminatedUnion("decision", [grant, refusal])),
});

export type ConsentFile = z.infer<typeof consentFile>;

/** What a file wants of one purpose. */
export type WantedDecision = ConsentFile["purposes"][string];

/** The schema of such a file for editors and other programs, as `docs/consent.schema.json`. */
export function consentFileSchema() {
  return {
    ...z.toJSONSchema(consentFile, { io: "input" }),
    title: "A Klartext consent file, for `klartext apply`",
  };
}
