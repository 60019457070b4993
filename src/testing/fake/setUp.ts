import { createContract } from "../../contract/createContract.ts";
import type { Decision } from "../../contract/decision.ts";
import type { Person } from "../../contract/fields.ts";
import type { Viewer } from "../../contract/purposeState.ts";
import type { DecisionStatus } from "../../contract/transitions.ts";
import { consentActivities, type Policy } from "../../policy/policy.ts";
import { outdate } from "./applyRevision.ts";
import { buildTexts } from "./buildTexts.ts";
import { decideAs } from "./decideAs.ts";
import {
  type FakePurpose,
  type FakeState,
  type Outside,
  purposeOf,
  withPurpose,
} from "./fakeState.ts";
import { freshPurpose } from "./freshPurpose.ts";

/** How a purpose stands when the panel begins; what is not given is as on a fresh install. */
export type PurposeSetUp = Partial<Omit<FakePurpose, "activity" | "decision">> & {
  /** Reached by the acts that lead there, so that the history tells of them. */
  readonly status?: DecisionStatus;
  /** Replaces members of the decision, for what no act leads to. */
  readonly decision?: Partial<Decision>;
};

export type StateSetUp = Partial<
  Pick<FakeState, "people" | "transport" | "history" | "transmissions" | "receipts">
> & { readonly purposes?: Readonly<Record<string, PurposeSetUp>> };

/** Builds the state that a panel begins with. */
export function setUp(
  policy: Policy,
  { purposes = {}, people = [], history, ...given }: StateSetUp,
  by: Person,
  outside: Outside,
): FakeState {
  const fresh: FakeState = {
    contract: createContract(policy),
    ...buildTexts(policy),
    purposes: Object.fromEntries(
      consentActivities(policy).map((activity) => [activity.id, freshPurpose(activity)]),
    ),
    people,
    transport: null,
    history: [],
    transmissions: [],
    receipts: {},
    ...given,
  };
  const begun = Object.entries(purposes).reduce(
    (state, [id, one]) => setUpPurpose(state, id, one, by, outside),
    fresh,
  );
  return history ? { ...begun, history } : begun;
}

/** The viewer is always one of those who can be signed in. */
export function withViewer(people: readonly Viewer[], viewer: Viewer | null) {
  if (!viewer) return people;
  return [viewer, ...people.filter(({ id }) => id !== viewer.id)];
}

const actsTo = {
  undecided: [],
  refused: ["refuse"],
  granted: ["grant"],
  outdated: ["grant"],
  withdrawn: ["grant", "withdraw"],
} as const satisfies Record<DecisionStatus, unknown>;

function setUpPurpose(
  state: FakeState,
  id: string,
  { status = "undecided", decision, payload, queued, ...given }: PurposeSetUp,
  by: Person,
  outside: Outside,
): FakeState {
  const prepared = withPurpose(state, id, {
    ...(payload === undefined ? {} : { payload }),
    ...(queued === undefined ? {} : { queued }),
  });
  const decided = actsTo[status].reduce(
    (current, act) => decideAs(current, id, act, by, outside),
    prepared,
  );
  const reached = status === "outdated" ? outdate(decided, id, outside) : decided;
  return withPurpose(reached, id, {
    ...given,
    decision: { ...purposeOf(reached, id).decision, ...decision },
  });
}
