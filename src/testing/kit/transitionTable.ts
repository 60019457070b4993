import { groupBy } from "../../contract/openApi/groupBy.ts";
import { type Suspension, suspensions } from "../../contract/purposeState.ts";
import {
  type DecisionEvent,
  type DecisionStatus,
  decisionEvents,
  decisionStatuses,
} from "../../contract/transitions.ts";
import {
  type ConsentActivity,
  consentActivities,
  type Policy,
} from "../../policy/policy.ts";
import type { ChangeRow } from "./changeAsRows.ts";
import { commandResult } from "./commandResult.ts";
import type { StateOfStatus } from "./purposeStates.ts";

/** In which of the states of a status a row holds; a member that is missing may be anything. */
export type When = Partial<Pick<StateOfStatus, "attempted" | "suspended">>;

/** What a command does to a purpose: it is turned down, or this is written. */
type TransitionRow = {
  readonly from: DecisionStatus;
  readonly command: DecisionEvent;
  /** Left out where the row holds in all states of the status. */
  readonly when?: readonly When[];
} & ({ readonly problem: string } | (ChangeRow & { readonly to: DecisionStatus }));

export type TransitionTable = Readonly<Record<string, readonly TransitionRow[]>>;

/** The rules of every status and command, found by running them; by purpose. */
export function transitionTable(policy: Policy): TransitionTable {
  return Object.fromEntries(
    consentActivities(policy).map((activity) => [
      activity.id,
      decisionStatuses.flatMap((from) =>
        decisionEvents.flatMap((command) => rowsOf(from, command, activity, policy)),
      ),
    ]),
  );
}

function rowsOf(
  from: DecisionStatus,
  command: DecisionEvent,
  activity: ConsentActivity,
  policy: Policy,
): readonly TransitionRow[] {
  const states = statesOf(from, activity);
  const found = groupBy(states, (state) =>
    JSON.stringify(resultOf(state, command, activity, policy)),
  );
  return [...found].map(([result, meant]) => ({
    ...{ from, command },
    ...(found.size === 1
      ? {}
      : { when: meant.map(({ attempted, suspended }) => ({ attempted, suspended })) }),
    ...JSON.parse(result),
  }));
}

function statesOf(
  status: DecisionStatus,
  { identification }: ConsentActivity,
): readonly StateOfStatus[] {
  const stands = status === "granted" || status === "outdated";
  if (!stands) return [{ status, attempted: false, suspended: null }];
  const why: readonly (Suspension | null)[] =
    identification === "pseudonym" ? [null, ...suspensions] : [null, "store-restored"];
  return why.flatMap((suspended) =>
    [false, true].map((attempted) => ({ status, attempted, suspended })),
  );
}

function resultOf(
  state: StateOfStatus,
  command: DecisionEvent,
  activity: ConsentActivity,
  policy: Policy,
): object {
  const known = commandResult(state, command, activity, policy, true);
  const unknown = commandResult(state, command, activity, policy, false);
  if ("problem" in known || "problem" in unknown || !known.decision_log) return known;
  const others = unknown.decision_log ?? [];
  return {
    ...known,
    decision_log: known.decision_log.map((entry, index) =>
      entry.text_known === others[index]?.text_known
        ? entry
        : { ...entry, text_known: "$textKnown" },
    ),
  };
}
