import type { Need } from "./contractRule.ts";
import { RuleViolation } from "./exchange.ts";
import type { Finding, FindingKind } from "./preflight/index.ts";
import type { SuiteContext } from "./suiteContext.ts";
import { writeObstacle } from "./writeObstacle.ts";

/** Why a rule is not tried. */
interface Hindrance {
  readonly reason: string;
  readonly cause: FindingKind | null;
}

/** What hinders each need of a rule: what was found, or what is not allowed. */
export async function findHindrances(
  context: SuiteContext,
  findings: readonly Finding[],
): Promise<Readonly<Record<Need, Hindrance | undefined>>> {
  const by = (effect: Finding["effect"]) => {
    const found = findings.find((one) => one.effect === effect);
    return found && { reason: found.title, cause: found.kind };
  };
  const stop = by("stops");
  if (stop) return { read: stop, write: stop, "read-only-session": stop };
  return {
    read: undefined,
    write: context.write
      ? (by("forbids-deciding") ?? (await hindranceOfWrites(context)))
      : { reason: "It needs leave to decide.", cause: null },
    "read-only-session": context.hasReadOnlySession
      ? undefined
      : { reason: "It needs a session of somebody who may not decide.", cause: null },
  };
}

async function hindranceOfWrites(context: SuiteContext): Promise<Hindrance | undefined> {
  try {
    const obstacle = await writeObstacle(context);
    return obstacle && { reason: obstacle.reason, cause: null };
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const reason =
      "Not tried, because GET /purposes is not what the contract has; --only purposes-whole tells of it.";
    return { reason, cause: null };
  }
}
