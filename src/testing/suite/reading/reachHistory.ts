import { NotTried } from "../contractPromise.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { ensureGranted } from "../writing/acts.ts";

/**
 * Gives consent to one purpose where the suite may decide, so that there is something to
 * look back at, whatever ran before.
 */
export async function reachHistory(context: SuiteContext): Promise<void> {
  const [first] = context.activities;
  if (!context.write || !first) return;
  try {
    await ensureGranted(context, first.id);
  } catch (error) {
    // While sending is locked what there is has to do.
    if (!(error instanceof NotTried)) throw error;
  }
}
