import type { PolicyResource } from "../contract/policyResource.ts";
import type { Language } from "../policy/language.ts";
import type { GrantConditions } from "./grantObstacle.ts";

/** A text that is shown, and what is known of the panel's. */
interface TextFacts {
  /** What the panel said of its policy; undefined before that. */
  readonly stated: PolicyResource | undefined;
  /** Whether it could not be read. */
  readonly isFailed: boolean;
  /** Whether the revision that the panel names is one that is known here. */
  readonly isNamed: boolean;
  readonly language: Language;
  /** SHA-256 of the text that is shown, once computed. */
  readonly textDigest: string | undefined;
}

/** Whether the panel stands for the very text that is shown. */
export function compareText({
  stated,
  isFailed,
  isNamed,
  language,
  textDigest,
}: TextFacts): GrantConditions["text"] {
  if (!stated && isFailed) return "not-read";
  if (!stated || textDigest === undefined) return "checking";
  if (!isNamed) return "revision-not-known";
  return stated.texts[language].digest === textDigest ? "same" : "other";
}
