import * as z from "zod/mini";
import { languages } from "../policy/language.ts";
import { digestField, revisionId } from "./fields.ts";

const text = z.object({
  digest: digestField,
  /** Where the text itself lies, relative to the base URL. */
  href: z.string(),
});

/** The policy that a panel stands for, with the host's replacements. */
export const policyResource = z.object({
  contract: z.literal(1),
  revision: revisionId,
  texts: z.object(
    Object.fromEntries(languages.map((language) => [language, text])) as Record<
      (typeof languages)[number],
      typeof text
    >,
  ),
});

/**
 * What `GET /policy` answers: the revision in force, and of each text its digest (RFC
 * 9530) and where it lies.
 */
export type PolicyResource = z.infer<typeof policyResource>;
