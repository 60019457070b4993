import * as z from "zod/mini";
import type { LiveConfigOptions } from "../policy/index.ts";

const text = z.string().check(z.minLength(1));
const localized = z.strictObject({ de: text, en: text });
const paragraph = z.record(z.string(), localized);

/** Texts at their places; which places there are is `liveConfigPolicy`'s to say. */
interface Texts {
  [name: string]: string | Texts;
}

const texts: z.ZodMiniType<Texts> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), texts])),
);

/** What a configuration may say about the built-in policy: its options, as JSON. */
export const configSchema = z.strictObject({
  product: z.exactOptional(text),
  vendor: z.exactOptional(localized),
  settings: z.exactOptional(
    z.strictObject({
      controller: z.exactOptional(localized),
      contact: z.exactOptional(localized),
      authority: z.exactOptional(localized),
      logRetention: z.exactOptional(localized),
      purpose: z.exactOptional(z.record(z.string(), localized)),
      retention: z.exactOptional(z.record(z.string(), localized)),
    }),
  ),
  texts: z.exactOptional(
    z.strictObject({ de: z.optional(texts), en: z.optional(texts) }),
  ),
  general: z.exactOptional(z.array(paragraph)),
  sections: z.exactOptional(
    z.array(
      z.strictObject({ id: text, heading: localized, paragraphs: z.array(paragraph) }),
    ),
  ),
}) satisfies z.ZodMiniType<{ [Key in keyof LiveConfigOptions]?: unknown }>;
