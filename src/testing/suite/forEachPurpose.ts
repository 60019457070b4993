import type { ConsentActivity } from "../../policy/policy.ts";
import { NotTried } from "./notTried.ts";

/**
 * Checks every purpose one after the other. Where one gives no occasion the others are
 * checked nevertheless, and the rule counts as not tried.
 */
export async function forEachPurpose(
  { activities }: { readonly activities: readonly ConsentActivity[] },
  check: (activity: ConsentActivity) => Promise<void>,
): Promise<void> {
  let missed: NotTried | undefined;
  for (const activity of activities) {
    try {
      await check(activity);
    } catch (error) {
      if (!(error instanceof NotTried)) throw error;
      missed ??= error;
    }
  }
  if (missed) throw missed;
}
