import type { PurposeState } from "../contract/purposeState.ts";
import type { Words } from "../i18n/words.ts";
import type { ConsentActivity } from "../policy/policy.ts";

/**
 * What to do about a suspension, in sentences. None speaks of reports or of a deletion at the
 * vendor where the panel cannot send.
 */
export function describeSuspension(
  { activity, transport }: Pick<PurposeState, "activity" | "transport">,
  identification: ConsentActivity["identification"],
  words: Words,
): readonly string[] {
  const isPseudonymous = identification === "pseudonym";
  const isCopy = isPseudonymous && activity.suspended === "machine-changed";
  return [
    ...(transport ? [words("suspended.decide")] : []),
    ...(isPseudonymous ? [words("newPseudonym")] : []),
    ...(transport && isCopy ? [words("suspended.original")] : []),
  ];
}
