import { buildDocument } from "./buildDocument.ts";
import type { PolicyDocument } from "./document.ts";
import type { Language } from "./language.ts";
import type { Policy } from "./policy.ts";
import { renderText } from "./render/renderText.ts";

/**
 * The one text that a person agrees to: Markdown, NFC, LF, one final newline, ending with
 * the sentences of the switch cards. Its SHA-256 is the *text digest* of a decision, so
 * the same policy must give the same bytes on every runtime.
 */
export function policyText(policy: Policy, language: Language): string {
  return documentText(buildDocument(policy, language));
}

/** The same of a document that has been built, such as the one on the screen. */
export function documentText(document: PolicyDocument): string {
  return renderText(document).normalize("NFC");
}
