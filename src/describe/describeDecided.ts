import type { Decision } from "../contract/decision.ts";
import { decisionWays } from "../contract/fields.ts";
import { knownOf } from "../contract/knownOf.ts";
import type { Words } from "../i18n/words.ts";

/**
 * How the present decision came about, where that is not as on the page: by which other way,
 * and that nobody saw this server's bytes. No sentence of what is not said.
 */
export function describeDecided(
  { via, seen }: Pick<Decision, "via" | "seen">,
  words: Words,
): readonly string[] {
  const way = via === null ? "page" : (knownOf(decisionWays, via) ?? "unknown");
  return [
    ...(way === "page" ? [] : [words(`decided.${way}`)]),
    ...(seen === "kinds" ? [words("decided.kinds")] : []),
  ];
}
