import type { Decision } from "../contract/decision.ts";
import type { PurposeState, Viewer } from "../contract/purposeState.ts";
import type { PanelClient } from "./createClient.ts";
import type { Pauses, Wake } from "./createPauses.ts";
import { askedToWithdraw, decisionOutcome, isWithoutConsent } from "./decisionOutcome.ts";
import { asKlartextError, type KlartextError, OutsideContract } from "./errors.ts";
import { holdsDecision } from "./holdsDecision.ts";
import type { StoredWithdrawal } from "./storedWithdrawal.ts";

/** How the carrying of a withdrawal ended. */
type DeliveryEnd =
  | { readonly type: "settled"; readonly decision: Decision }
  /** What stands may be another decision than the one meant; only the person can say more. */
  | {
      readonly type: "decided-anew";
      readonly why: AskingWhy;
      readonly decision: Decision;
    }
  /** Somebody else is signed in by now: it is never sent in another person's session. */
  | { readonly type: "found-another" }
  /** The panel itself said no. */
  | { readonly type: "denied"; readonly error: KlartextError }
  /** A newer wish took its place. */
  | { readonly type: "given-up" };

/**
 * Why a person is asked: somebody *decided* meanwhile, the panel's data were *restored* from
 * a backup, or it was *not seen* which decision was withdrawn, and by whom.
 */
export type AskingWhy = "decided" | "restored" | "not-seen";

export interface DeliveryOptions extends Pick<Pauses, "pause" | "asked"> {
  readonly client: PanelClient;
  readonly purpose: string;
  readonly isCurrent: () => boolean;
  readonly onLost: (error: KlartextError) => void;
}

/**
 * Withdraws, and goes on until the panel itself has answered (GDPR Art. 7(3)). Before each
 * further attempt the viewer and the decision are read: the one that was withdrawn is
 * withdrawn again, one that is no consent any more is done, another one is not touched. Where
 * they cannot be read, the person's own asking sends it all the same.
 */
export async function deliverWithdrawal(
  withdrawal: StoredWithdrawal,
  readsFirst: boolean,
  { client, purpose, pause, asked, isCurrent, onLost }: DeliveryOptions,
): Promise<DeliveryEnd> {
  let next: Wake = readsFirst ? "due" : "asked";
  for (let attempt = 0; isCurrent(); attempt += 1) {
    const isFirst = attempt === 0 && !readsFirst;
    const reading = isFirst
      ? "asked"
      : await Promise.race([readPurpose(client, purpose), asked()]);
    if (!isCurrent()) break;
    if (reading !== "asked" && reading.type === "read") {
      const { viewer, state, epoch } = reading;
      const { decision } = state;
      if (withdrawal.viewer !== undefined && viewer.id !== withdrawal.viewer) {
        return { type: "found-another" };
      }
      const found = compare(decision, epoch, withdrawal);
      if (found === "settled") return { type: "settled", decision };
      if (found !== "meant") return { type: "decided-anew", why: found, decision };
    }
    if (reading !== "asked" && reading.type === "unknown" && next === "due") {
      onLost(reading.error);
      next = await pause(attempt, reading.error);
      continue;
    }
    const outcome = await decisionOutcome(
      client.withdraw(purpose),
      askedToWithdraw(withdrawal.sequence),
    );
    if (outcome.type === "done") return { type: "settled", decision: outcome.decision };
    if (outcome.type === "refused") return { type: "denied", error: outcome.problem };
    if (!isCurrent()) break;
    onLost(outcome.error);
    next = await pause(attempt, outcome.error);
  }
  return { type: "given-up" };
}

/** What the panel has for a purpose, or why that is not known. */
type ReadOutcome =
  | {
      readonly type: "read";
      readonly viewer: Viewer;
      readonly state: PurposeState;
      /** Of the panel's store. */
      readonly epoch: string;
    }
  | { readonly type: "unknown"; readonly error: KlartextError };

export async function readPurpose(
  client: PanelClient,
  purpose: string,
): Promise<ReadOutcome> {
  try {
    const { viewer, store, purposes } = await client.getPurposes();
    const state = purposes[purpose];
    if (state) return { type: "read", viewer, state, epoch: store.epoch };
    throw new OutsideContract(200, `the purpose "${purpose}" is missing.`);
  } catch (error) {
    return { type: "unknown", error: asKlartextError(error) };
  }
}

/** Whether nobody saw what is withdrawn, or by whom. */
export function isUnseen({ viewer, sequence }: StoredWithdrawal): boolean {
  return viewer === undefined || sequence === undefined;
}

function compare(
  decision: Decision,
  epoch: string,
  withdrawal: StoredWithdrawal,
): "settled" | "meant" | AskingWhy {
  const { viewer, sequence, overtaken } = withdrawal;
  const isRestored = withdrawal.epoch !== undefined && withdrawal.epoch !== epoch;
  // A grant that was overtaken may still arrive, unless something has made it stale.
  if (isWithoutConsent(decision)) {
    const mayArrive = overtaken && decision.sequence === sequence && !isRestored;
    return mayArrive ? "meant" : "settled";
  }
  if (isUnseen(withdrawal)) return "not-seen";
  if (isRestored) return "restored";
  // Nobody decides that a consent is outdated: the policy has changed, and it is still given.
  if (decision.sequence === sequence || decision.status === "outdated") return "meant";
  const isOvertaken =
    overtaken !== undefined &&
    decision.by?.id === viewer &&
    holdsDecision(decision, overtaken);
  return isOvertaken ? "meant" : "decided";
}
