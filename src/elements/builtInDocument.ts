import { buildDocument } from "../policy/buildDocument.ts";
import { liveConfigPolicy } from "../policy/builtIn/undiagnosed.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { Language } from "../policy/language.ts";

/** What a page shows of a policy's document; the cards belong to the centre. */
export type ShownDocument = Pick<
  PolicyDocument,
  "language" | "revision" | "title" | "introduction" | "sections"
>;

/** The built-in policy as it comes, in one language. */
export function builtInDocument(language: Language): ShownDocument {
  const { revision, title, introduction, sections } = buildDocument(
    liveConfigPolicy(),
    language,
  );
  return { language, revision, title, introduction, sections };
}
