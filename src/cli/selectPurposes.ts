import type { CommandWords } from "../i18n/createCommandWords.ts";
import { consentActivities, type Policy } from "../policy/index.ts";
import { UsageError } from "./terminal.ts";

/**
 * The ids of the purposes that a command is asked about: one, or all.
 *
 * @throws {UsageError} for a purpose that the policy does not have, or for none where one
 * alone can be meant.
 */
export function selectPurposes(
  [given]: readonly string[],
  policy: Policy,
  words: CommandWords,
): readonly string[] {
  const ids = consentActivities(policy).map(({ id }) => id);
  if (given === undefined) return ids;
  if (ids.includes(given)) return [given];
  throw new UsageError(words("usage.purpose", { ids: ids.join(", ") }));
}
