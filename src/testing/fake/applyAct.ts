import type { Decision, DecisionRequest } from "../../contract/decision.ts";
import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import type { Person } from "../../contract/fields.ts";
import {
  type DecisionEvent,
  knownStatus,
  type Transition,
  transitions,
} from "../../contract/transitions.ts";
import { holds } from "./fakePayload.ts";
import {
  type FakePurpose,
  type FakeState,
  type Outside,
  purposeOf,
  withPurpose,
} from "./fakeState.ts";
import { newestGrant, record } from "./record.ts";

/** What a person does, with the bytes that were seen. */
export type Act =
  | {
      readonly type: "grant";
      readonly by: Person;
      readonly seen: Extract<DecisionRequest, { decision: "granted" }>;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly type: "refuse";
      readonly by: Person;
      readonly seen: Extract<DecisionRequest, { decision: "refused" }>;
    }
  | { readonly type: "withdraw"; readonly by: Person };

/** The next status by the contract's one table. */
export function nextStatus({ decision }: FakePurpose, event: DecisionEvent): Transition {
  const status = knownStatus(decision.status);
  // A status of a later contract: like one that everything may follow.
  return transitions[status ?? "withdrawn"][event];
}

/** Applies what a person does to one purpose. The caller has looked for problems. */
export function applyAct(
  state: FakeState,
  id: string,
  act: Act,
  outside: Outside,
): FakeState {
  const purpose = purposeOf(state, id);
  const status = nextStatus(purpose, act.type);
  if (status === "withdraw-instead") {
    throw new RangeError(`${id} is ${purpose.decision.status}: withdraw it instead.`);
  }
  if (act.type === "withdraw" && status === purpose.decision.status) {
    const { sequence } = purpose.decision;
    return withPurpose(state, id, {
      decision: { ...purpose.decision, sequence: sequence + 1 },
    });
  }
  const decision = decide(purpose.decision, status, act, outside);
  const entry = buildRecord(id, act, decision);
  if (act.type === "withdraw") {
    return withdraw(
      record(
        withPurpose(state, id, { decision }),
        entry,
        { ended: newestGrant(state, id) },
        outside,
      ),
      id,
      outside,
    );
  }
  if (act.type === "refuse") {
    const changed = withPurpose(state, id, { decision, queued: null });
    return record(changed, entry, {}, outside);
  }
  const pseudonym =
    purpose.activity.identification === "pseudonym"
      ? (purpose.pseudonym ?? outside.uuid())
      : null;
  const changed = withPurpose(state, id, { decision, pseudonym });
  return record(changed, { ...entry, payload: "kept" }, { bytes: act.bytes }, outside);
}

function decide(before: Decision, status: string, act: Act, { now }: Outside): Decision {
  const seen = act.type === "withdraw" ? null : act.seen;
  return {
    status,
    sequence: before.sequence + 1,
    at: now().toISOString(),
    by: { id: act.by.id, name: act.by.name },
    revision: seen?.revision ?? null,
    language: seen?.language ?? null,
    textDigest: seen?.textDigest ?? null,
    payloadDigest: seen?.decision === "granted" ? seen.payloadDigest : null,
  };
}

const eventOf = { grant: "granted", refuse: "refused", withdraw: "withdrawn" } as const;

function buildRecord(purpose: string, { type }: Act, decision: Decision) {
  const { by, revision, language, textDigest, payloadDigest } = decision;
  const event: DecisionRecord["event"] = eventOf[type];
  return { purpose, event, by, revision, language, textDigest, payloadDigest };
}

/** Forgets the pseudonym, the bytes that hold it and the queue; opens its deletion. */
function withdraw(state: FakeState, id: string, outside: Outside): FakeState {
  const { pseudonym, lastSentAt, deletions } = purposeOf(state, id);
  const forgotten: FakeState = {
    ...withPurpose(state, id, {
      pseudonym: null,
      queued: null,
      lastSentAt: null,
      nextAt: null,
    }),
    history: state.history.map((kept) =>
      pseudonym !== null && kept.bytes && holds(kept.bytes, pseudonym)
        ? { entry: { ...kept.entry, payload: "deleted" }, bytes: null }
        : kept,
    ),
  };
  if (pseudonym === null || lastSentAt === null) return forgotten;
  const opened = {
    id: outside.uuid(),
    requestedAt: outside.now().toISOString(),
    state: "under-way",
    nextAttemptAt: null,
    confirmedAt: null,
    deleted: null,
  } as const;
  const changed = withPurpose(forgotten, id, { deletions: [opened, ...deletions] });
  const entry = {
    // Under the id of the deletion, which may be confirmed after another grant.
    id: opened.id,
    purpose: id,
    event: "deletion-requested",
    by: null,
  } as const;
  return record(changed, entry, {}, outside);
}
