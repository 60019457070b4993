import { createContract } from "../../contract/createContract.ts";
import { consentActivities, type Policy } from "../../policy/policy.ts";
import { coversRevision } from "../../policy/revisions.ts";
import { nextStatus } from "./applyAct.ts";
import { buildTexts } from "./buildTexts.ts";
import { type FakeState, type Outside, purposeOf, withPurpose } from "./fakeState.ts";
import { freshPurpose } from "./freshPurpose.ts";
import { record } from "./record.ts";

/** Puts another policy in force: grants that it does not cover are outdated. */
export function applyRevision(
  state: FakeState,
  policy: Policy,
  outside: Outside,
): FakeState {
  const { texts, keptTexts } = buildTexts(policy);
  const inForce: FakeState = {
    ...state,
    contract: createContract(policy),
    texts,
    keptTexts: { ...state.keptTexts, ...keptTexts },
    purposes: {
      ...state.purposes,
      ...Object.fromEntries(
        consentActivities(policy).map((activity) => [
          activity.id,
          { ...(state.purposes[activity.id] ?? freshPurpose(activity)), activity },
        ]),
      ),
    },
  };
  return Object.keys(state.purposes).reduce((current, id) => {
    const { revision } = purposeOf(current, id).decision;
    if (revision !== null && coversRevision(revision, policy)) return current;
    return outdate(current, id, outside);
  }, inForce);
}

/** What a material revision does to one purpose, by the contract's table. */
export function outdate(state: FakeState, id: string, outside: Outside): FakeState {
  const purpose = purposeOf(state, id);
  const { decision } = purpose;
  const status = nextStatus(purpose, "revise");
  if (status === decision.status || status === "withdraw-instead") return state;
  const sequence = decision.sequence + 1;
  const changed = withPurpose(state, id, {
    decision: { ...decision, status, sequence },
    queued: null,
    nextAt: null,
  });
  const revision = state.contract.policy.revision.id;
  const entry = { purpose: id, event: "outdated", by: null, revision } as const;
  return record(changed, entry, {}, outside);
}
