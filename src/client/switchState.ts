import type { PurposeState, Viewer } from "../contract/purposeState.ts";
import { knownStatus } from "../contract/transitions.ts";
import type { GrantObstacle } from "./grantObstacle.ts";
import { isGrantWished, isOpen, isWithdrawalWished, type Wish } from "./wish.ts";

/** How the controls of a purpose stand. */
interface SwitchState {
  /** On only for what the panel has granted and nothing holds back, and off once withdrawn. */
  readonly checked: boolean;
  readonly busy: boolean;
  /** It can be reached and read, not turned. */
  readonly inactive: boolean;
  /** The refusal stands beside the switch, as weighty as it. */
  readonly offersRefusal: boolean;
  /** A button withdraws what the switch cannot: outdated, locked or suspended (GDPR Art. 7(3)). */
  readonly offersWithdrawal: boolean;
}

/** Derives the controls from the panel's state, the wish and what stands against a grant. */
export function switchState(
  { decision, activity }: PurposeState,
  viewer: Viewer,
  wish: Wish,
  obstacle: GrantObstacle | undefined,
): SwitchState {
  const isHeld = activity.lock !== null || activity.suspended !== null;
  const isGranted = decision.status === "granted";
  const status = knownStatus(decision.status);
  // A status of a later contract may be a consent: withdrawing is always possible.
  const mayHaveConsent =
    status === undefined || status === "granted" || status === "outdated";
  const checked = isGranted && !isHeld && !isWithdrawalWished(wish);
  const busy = isOpen(wish);
  const mayWithdraw = viewer.mayDecide && (checked || isGrantWished(wish));
  return {
    checked,
    busy,
    inactive: !mayWithdraw && obstacle !== undefined,
    offersRefusal: decision.status === "undecided" && viewer.mayDecide,
    offersWithdrawal:
      viewer.mayDecide && mayHaveConsent && !checked && !isWithdrawalWished(wish),
  };
}
