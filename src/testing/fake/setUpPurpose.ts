import type { Decision } from "../../contract/decision.ts";
import type { Person } from "../../contract/fields.ts";
import type { Lock } from "../../contract/purposeState.ts";
import type { DecisionStatus } from "../../contract/transitions.ts";
import type { Facts } from "../../panel/rules/decide.ts";
import { readPurposeData } from "../../panel/rules/purposeData.ts";
import { revise } from "../../panel/rules/revise.ts";
import type { MemoryStore } from "../../panel/store/memoryStore.ts";
import type { Policy } from "../../policy/policy.ts";
import { decideAs } from "./decideAs.ts";
import type { FakePayload } from "./fakePayload.ts";
import { recordSentReport } from "./recordSentReport.ts";

/** How a purpose stands when the panel begins; what is not given is as on a fresh install. */
export interface PurposeSetUp {
  /** Reached by the acts that lead there, so that the history tells of them. */
  readonly status?: DecisionStatus;
  /** Replaces members of what the panel tells of the decision, for what no act leads to. */
  readonly decision?: Partial<Decision>;
  /** What would be sent now, or a sample; null on a machine that cannot tell. */
  readonly payload?: FakePayload | null;
  readonly lock?: Lock | null;
  /** When a report was sent last, to a vendor that holds it since. */
  readonly lastSentAt?: string;
  /** When the next monthly report is due. */
  readonly nextAt?: string;
}

const actsTo = {
  undecided: [],
  refused: ["refuse"],
  granted: ["grant"],
  outdated: ["grant"],
  withdrawn: ["grant", "withdraw"],
} as const satisfies Record<DecisionStatus, unknown>;

/** Leads a fresh purpose to where a test or a story begins. */
export function setUpPurpose(
  store: MemoryStore,
  purpose: string,
  { status = "undecided", lastSentAt, nextAt }: PurposeSetUp,
  by: Person,
  facts: Omit<Facts, "textKnown">,
): void {
  for (const act of actsTo[status]) {
    decideAs(store, purpose, act, by, { ...facts, lock: null });
    if (act === "grant" && lastSentAt !== undefined)
      recordSentReport(store, purpose, lastSentAt);
  }
  if (status === "outdated") {
    store.changeNow(purpose, (snapshot) =>
      revise(snapshot, later(facts.policy), facts.uuid, facts.policy.revision.id),
    );
  }
  if (nextAt === undefined) return;
  store.changeNow(purpose, (snapshot) => {
    const data = readPurposeData(snapshot.state);
    const grantedAt = data.schedule?.grantedAt ?? nextAt;
    return { result: undefined, state: { ...data, schedule: { grantedAt, nextAt } } };
  });
}

/** A revision that no grant covers. */
function later(policy: Policy): Policy {
  const { previous: _previous, ...rest } = policy;
  return { ...rest, revision: { ...policy.revision, id: "later", material: true } };
}
