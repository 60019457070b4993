import type { Person } from "../../contract/fields.ts";
import type { DecisionEvent } from "../../contract/transitions.ts";
import { applyAct } from "./applyAct.ts";
import { digestNow } from "./digestNow.ts";
import { currentPayload, payloadBytes } from "./fakePayload.ts";
import { type FakeState, type Outside, purposeOf } from "./fakeState.ts";

/** What a person can do. */
export type PersonalAct = Exclude<DecisionEvent, "revise">;

/** Decides as somebody who has seen what the panel shows now, in German. */
export function decideAs(
  state: FakeState,
  id: string,
  type: PersonalAct,
  by: Person,
  outside: Outside,
): FakeState {
  if (type === "withdraw") return applyAct(state, id, { type, by }, outside);
  const text = {
    revision: state.contract.policy.revision.id,
    language: "de",
    textDigest: state.texts.de.digest,
  } as const;
  if (type === "refuse") {
    return applyAct(
      state,
      id,
      { type, by, seen: { decision: "refused", ...text } },
      outside,
    );
  }
  const purpose = purposeOf(state, id);
  const payload = currentPayload(purpose);
  const bytes = payload ? payloadBytes(payload, purpose.pseudonym) : new Uint8Array();
  const seen = { decision: "granted", ...text, payloadDigest: digestNow(bytes) } as const;
  return applyAct(state, id, { type, by, seen, bytes }, outside);
}
