import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import type { FakeState, Outside } from "./fakeState.ts";

/** Adds an entry to the history, before all others. */
export function record(
  state: FakeState,
  entry: Pick<DecisionRecord, "purpose" | "event" | "by"> & Partial<DecisionRecord>,
  bytes: Uint8Array<ArrayBuffer> | null,
  { now, uuid }: Outside,
): FakeState {
  const complete: DecisionRecord = {
    id: uuid(),
    at: now().toISOString(),
    revision: null,
    language: null,
    textDigest: null,
    payloadDigest: null,
    payload: "none",
    receipt: null,
    ...entry,
  };
  return { ...state, history: [{ entry: complete, bytes }, ...state.history] };
}
