import { changeState } from "../../faultyPanel/changeState.ts";
import type { Loose, Plant } from "../../faultyPanel/faults.ts";

/** Changes a decision that is made, as it is kept. */
export const changesDecision = (to: (after: Loose, before: Loose) => Loose): Plant =>
  changeState((after, before) =>
    before && after.decision.sequence !== before.decision.sequence
      ? {
          ...after,
          decision: { ...after.decision, ...to(after.decision, before.decision) },
        }
      : after,
  );
