import { knownStatus } from "../../contract/transitions.ts";
import { readPurposes } from "./panelReading.ts";
import type { SuiteContext } from "./suiteContext.ts";

/**
 * Why the suite must not decide: it would change what a person decided, or cannot. It ends
 * with everything withdrawn, so nothing but that or `undecided` may stand when it begins.
 */
export async function writeObstacle(context: SuiteContext): Promise<string | undefined> {
  const { viewer, purposes } = await readPurposes(context);
  if (!viewer.mayDecide) return `${viewer.name} may not decide.`;
  for (const { id } of context.activities) {
    const status = purposes[id]?.decision.status ?? "missing";
    const known = knownStatus(status);
    if (known === "undecided" || known === "withdrawn") continue;
    return `${id} is ${status}; the suite decides only where nothing stands.`;
  }
  return undefined;
}
