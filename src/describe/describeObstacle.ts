import type { GrantObstacle } from "../client/grantObstacle.ts";
import { knownOf } from "../contract/knownOf.ts";
import { locks } from "../contract/purposeState.ts";
import type { Words } from "../i18n/words.ts";

/** Why consent cannot be given, and what to do, in a sentence or two. */
export function describeObstacle(
  obstacle: GrantObstacle,
  lock: string | null,
  words: Words,
): string {
  return obstacle === "locked"
    ? words(`lock.${knownOf(locks, lock ?? "") ?? "unknown"}`)
    : words(`obstacle.${obstacle}`);
}
