import type { Language } from "../../../policy/language.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { prepareDecision } from "./prepareDecision.ts";
import { requireUnlocked } from "./requireUnlocked.ts";

/**
 * What a person who looks now would send, where a grant is not answered with a lock.
 *
 * @throws {NotTried} while sending is locked.
 */
export async function prepareGrant(
  context: SuiteContext,
  id: string,
  language?: Language,
): ReturnType<typeof prepareDecision> {
  await requireUnlocked(context, id);
  return prepareDecision(context, id, language);
}
