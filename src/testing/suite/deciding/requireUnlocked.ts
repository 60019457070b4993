import { NotTried } from "../notTried.ts";
import { readPurpose } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";

/** @throws {NotTried} while sending is locked, when every grant is answered with that. */
export async function requireUnlocked(context: SuiteContext, id: string): Promise<void> {
  const { activity } = await readPurpose(context, id);
  if (activity.lock !== null)
    throw new NotTried(
      `Not tried, because it needs ${id} without its lock (${activity.lock}).`,
    );
}
