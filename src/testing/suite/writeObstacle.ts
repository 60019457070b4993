import { knownStatus } from "../../contract/transitions.ts";
import { readPurposes } from "./panelReading.ts";
import type { SuiteContext } from "./suiteContext.ts";

interface WriteObstacle {
  readonly reason: string;
  /** Whether it is the viewer, who may look and not decide. */
  readonly isNotPermitted: boolean;
}

/**
 * Why the suite must not decide: it would change what a person decided, or cannot. It ends
 * with everything withdrawn, so nothing but that or `undecided` may stand when it begins.
 */
export async function writeObstacle(
  context: SuiteContext,
): Promise<WriteObstacle | undefined> {
  const { viewer, purposes } = await readPurposes(context);
  if (!viewer.mayDecide) return obstacle(`${viewer.name} may not decide.`, true);
  for (const { id } of context.activities) {
    const status = purposes[id]?.decision.status ?? "missing";
    const known = knownStatus(status);
    if (known === "undecided" || known === "withdrawn") continue;
    return obstacle(`${id} is ${status}; the suite decides only where nothing stands.`);
  }
  return undefined;
}

function obstacle(reason: string, isNotPermitted = false): WriteObstacle {
  return { reason, isNotPermitted };
}
