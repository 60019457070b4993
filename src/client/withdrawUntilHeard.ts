import { knownStatus } from "../contract/transitions.ts";
import type { DecisionAnswer, PanelClient } from "./createClient.ts";
import { DecidedAnew, PanelProblem, PanelUnreachable } from "./errors.ts";

/** RFC 9110 § 15: these say "not now", and not "no". */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether the same request may succeed later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof PanelUnreachable) return true;
  return error instanceof PanelProblem && passing.has(error.status);
}

export interface WithdrawOptions {
  /** The entity tag of the decision that the person withdrew. */
  readonly etag: string;
  /** Resolves when the next attempt is due. */
  readonly wait: (attempt: number) => Promise<void>;
}

/**
 * Withdraws, and goes on until the panel has it. Before each further attempt the decision
 * is read: the same one is withdrawn, one that is no grant any more is done.
 *
 * @throws {DecidedAnew} when it is another decision by then.
 * @throws {KlartextError} when the panel says no for good, such as 401 or 403.
 */
export async function withdrawUntilHeard(
  client: PanelClient,
  purpose: string,
  { etag, wait }: WithdrawOptions,
): Promise<DecisionAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (attempt > 0) {
        const found = await client.getDecision(purpose);
        if (isOver(found)) return found;
        if (found.etag !== etag) throw new DecidedAnew();
      }
      return await client.withdraw(purpose);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await wait(attempt);
    }
  }
}

function isOver({ decision }: DecisionAnswer): boolean {
  const status = knownStatus(decision.status);
  return status === "withdrawn" || status === "refused" || status === "undecided";
}
