import { NotTried } from "../notTried.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { ensureConsent } from "./giveConsent.ts";

/**
 * Gives consent to one purpose where the suite may decide, so that there is something to
 * look back at, whatever ran before.
 */
export async function ensureHistory(context: SuiteContext): Promise<void> {
  const [first] = context.activities;
  if (!context.write || !first) return;
  try {
    await ensureConsent(context, first.id);
  } catch (error) {
    // While sending is locked what there is has to do.
    if (!(error instanceof NotTried)) throw error;
  }
}
