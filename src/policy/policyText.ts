import { buildDocument } from "./buildDocument.ts";
import type { Language } from "./language.ts";
import type { Policy } from "./policy.ts";
import { renderText } from "./render/renderText.ts";

/**
 * The one text that a person agrees to: Markdown, NFC, LF, one final newline, ending with
 * the sentences of the switch cards. Its SHA-256 is the *text digest* of a decision, so
 * the same policy must give the same bytes on every runtime.
 */
export function policyText(policy: Policy, language: Language): string {
  return renderText(buildDocument(policy, language)).normalize("NFC");
}
