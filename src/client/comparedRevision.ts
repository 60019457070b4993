import type { Decision } from "../contract/decision.ts";
import { knownStatus } from "../contract/transitions.ts";
import type { Policy } from "../policy/policy.ts";
import { coversRevision, findRevision } from "../policy/revisions.ts";

/** With which earlier revision the policy in force is compared, and since when it counts. */
interface ComparedRevision {
  readonly before: Policy;
  readonly since: "sinceConsent" | "sinceDecision" | "sinceOpened";
}

/**
 * The revision whose differences a person must see before deciding: the one that was
 * agreed to or refused, if a later one is material, else the one that the page showed
 * before it changed under the reader (GDPR Art. 7: consent covers what was seen).
 */
export function comparedRevision(
  { status, revision }: Decision,
  inForce: Policy,
  opened: Policy | undefined,
): ComparedRevision | undefined {
  const decided = revision === null ? undefined : findRevision(inForce, revision);
  if (decided && !coversRevision(decided.revision.id, inForce)) {
    const isConsent = knownStatus(status) === "outdated";
    return { before: decided, since: isConsent ? "sinceConsent" : "sinceDecision" };
  }
  return opened && opened.revision.id !== inForce.revision.id
    ? { before: opened, since: "sinceOpened" }
    : undefined;
}
