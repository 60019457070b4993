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

/**
 * The id of the one purpose that is meant; without a name the policy's only one.
 *
 * @throws {UsageError} where there are several: consent is given to each by itself.
 */
export function selectOnePurpose(
  operands: readonly string[],
  policy: Policy,
  words: CommandWords,
): string {
  const ids = selectPurposes(operands, policy, words);
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return id;
  throw new UsageError(words("usage.one-purpose", { ids: ids.join(", ") }));
}
