import { knownStatus } from "../contract/transitions.ts";
import type { DecisionAnswer, PanelClient } from "./createClient.ts";
import {
  asKlartextError,
  type KlartextError,
  OutsideContract,
  PanelProblem,
} from "./errors.ts";
import { holdsDecision } from "./holdsDecision.ts";
import { isPassing } from "./isPassing.ts";
import type { KeptWithdrawal } from "./keptWithdrawal.ts";

/** How the carrying of a withdrawal ended. */
export type CarryEnd =
  | { readonly type: "settled"; readonly answer: DecisionAnswer }
  /** Somebody decided anew meanwhile; only the person can say more. */
  | { readonly type: "decided-anew"; readonly answer: DecisionAnswer }
  | { readonly type: "signed-out" }
  /** Somebody else is signed in by now: it is never sent in another person's session. */
  | { readonly type: "found-another" }
  | { readonly type: "denied"; readonly error: KlartextError }
  /** A newer wish took its place. */
  | { readonly type: "given-up" };

export interface CarryOptions {
  readonly client: PanelClient;
  readonly purpose: string;
  /** Resolves when the next attempt is due. */
  readonly wait: (attempt: number) => Promise<void>;
  readonly isCurrent: () => boolean;
  readonly onLost: (error: KlartextError) => void;
}

/**
 * Withdraws, and goes on until the panel has it (GDPR Art. 7(3)). Before each further
 * attempt the viewer and the decision are read: the one that was withdrawn is withdrawn again, one that is
 * no grant any more is done, another one is not touched.
 */
export async function carryWithdrawal(
  withdrawal: KeptWithdrawal,
  readsFirst: boolean,
  { client, purpose, wait, isCurrent, onLost }: CarryOptions,
): Promise<CarryEnd> {
  for (let attempt = 0; isCurrent(); attempt += 1) {
    try {
      if (readsFirst || attempt > 0) {
        const { viewer, purposes } = await client.getPurposes();
        if (viewer.id !== withdrawal.viewer) return { type: "found-another" };
        const answer = purposes[purpose];
        if (!answer)
          throw new OutsideContract(200, `the purpose "${purpose}" is missing.`);
        const found = compare(answer, withdrawal);
        if (found !== "meant") return { type: found, answer };
      }
      return { type: "settled", answer: await client.withdraw(purpose) };
    } catch (error) {
      if (error instanceof PanelProblem && error.code === "not-signed-in") {
        return { type: "signed-out" };
      }
      if (!isPassing(error)) return { type: "denied", error: asKlartextError(error) };
      if (isCurrent()) onLost(asKlartextError(error));
      await wait(attempt);
    }
  }
  return { type: "given-up" };
}

function compare(
  { decision, etag }: DecisionAnswer,
  { viewer, etag: seen, overtaken }: KeptWithdrawal,
): "settled" | "decided-anew" | "meant" {
  const status = knownStatus(decision.status);
  const isOver = status === "withdrawn" || status === "refused" || status === "undecided";
  // A grant that was overtaken may still arrive: another DELETE makes it stale.
  if (isOver) return overtaken ? "meant" : "settled";
  // Nobody decides that a consent is outdated: the policy has changed, and it is still given.
  if (etag === seen || status === "outdated") return "meant";
  const isOvertaken =
    overtaken !== undefined &&
    decision.by?.id === viewer &&
    holdsDecision(decision, overtaken);
  return isOvertaken ? "meant" : "decided-anew";
}
