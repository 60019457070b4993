import type { Contract } from "../../contract/createContract.ts";
import type { Decision } from "../../contract/decision.ts";
import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import type { PolicyResource } from "../../contract/policyResource.ts";
import type { Deletion, PurposeState, Viewer } from "../../contract/purposeState.ts";
import type { Receipt } from "../../contract/receipt.ts";
import type { Transmission } from "../../contract/transmission.ts";
import type { Transport } from "../../contract/transport.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import type { FakePayload } from "./fakePayload.ts";

export type Lock = PurposeState["activity"]["lock"];

/** An entry of the history or the log with its bytes, while they are kept. */
export interface Kept<Entry> {
  readonly entry: Entry;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

export interface FakePurpose {
  readonly activity: ConsentActivity;
  readonly decision: Decision;
  readonly pseudonym: string | null;
  readonly lock: Lock;
  /** What would be sent now, or a sample; null on a machine that cannot tell. */
  readonly payload: FakePayload | null;
  /** The oldest body that waits to be sent. */
  readonly queued: FakePayload | null;
  readonly lastSentAt: string | null;
  readonly nextAt: string | null;
  readonly deletions: readonly Deletion[];
}

/** All that a fake panel remembers. Nothing in it is ever changed, only replaced. */
export interface FakeState {
  readonly contract: Contract;
  readonly texts: PolicyResource["texts"];
  /** Every text that was ever in force, by the last part of its `href`. */
  readonly keptTexts: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, FakePurpose>>;
  readonly people: readonly Viewer[];
  readonly transport: Transport | null;
  /** Newest first, as is `transmissions`. */
  readonly history: readonly Kept<DecisionRecord>[];
  readonly transmissions: readonly Kept<Transmission>[];
  readonly receipts: Readonly<Record<string, Receipt>>;
}

/** What a panel takes from outside: the time, and identifiers that nobody can guess. */
export interface Outside {
  readonly now: () => Date;
  readonly uuid: () => string;
}

/** The same state with one purpose changed. */
export function withPurpose(
  state: FakeState,
  id: string,
  change: Partial<FakePurpose>,
): FakeState {
  const purpose = purposeOf(state, id);
  return { ...state, purposes: { ...state.purposes, [id]: { ...purpose, ...change } } };
}

/** @throws {RangeError} when the policy has no such purpose. */
export function purposeOf(state: FakeState, id: string): FakePurpose {
  const found = Object.hasOwn(state.purposes, id) ? state.purposes[id] : undefined;
  if (found) return found;
  const known = Object.keys(state.purposes).join(", ");
  throw new RangeError(`The fake panel has no purpose "${id}". Use one of: ${known}.`);
}
