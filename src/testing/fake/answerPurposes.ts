import type { Purposes } from "../../contract/createContract.ts";
import { decisionTag } from "../../contract/decision.ts";
import type { PurposeState, Viewer } from "../../contract/purposeState.ts";
import { type FakeAnswer, jsonAnswer } from "./fakeAnswer.ts";
import { type FakePurpose, type FakeState, purposeOf } from "./fakeState.ts";

/** `GET /purposes`. */
export function answerPurposes(state: FakeState, viewer: Viewer): FakeAnswer {
  const body: Purposes = {
    viewer,
    purposes: Object.fromEntries(
      state.contract.purposeIds.map((id) => [id, stateOf(state, purposeOf(state, id))]),
    ),
  };
  return jsonAnswer(body);
}

function stateOf({ transport }: FakeState, purpose: FakePurpose): PurposeState {
  const { decision, pseudonym, lastSentAt, nextAt, deletions, lock } = purpose;
  const effective = decision.status === "granted" && lock === null;
  return {
    decision,
    etag: decisionTag(decision.sequence),
    activity: {
      effective,
      pseudonym,
      lastSentAt,
      nextAt: effective ? nextAt : null,
      deletions: [...deletions],
      lock,
    },
    transport,
  };
}
