import { decisionTag } from "../../contract/decision.ts";
import { groupBy } from "../../contract/openApi/groupBy.ts";
import type { Suspension } from "../../contract/purposeState.ts";
import { suspensions } from "../../contract/purposeState.ts";
import {
  type DecisionEvent,
  type DecisionStatus,
  decisionEvents,
  decisionStatuses,
} from "../../contract/transitions.ts";
import { buildTexts } from "../../panel/buildTexts.ts";
import { payloadBytes } from "../../panel/payloadBytes.ts";
import { shownPseudonym } from "../../panel/rules/checkGrant.ts";
import { type Command, decide, type Facts } from "../../panel/rules/decide.ts";
import { isProblem, type Problem } from "../../panel/rules/problem.ts";
import { type PurposeData, readPurposeData } from "../../panel/rules/purposeData.ts";
import { revise } from "../../panel/rules/revise.ts";
import { sha256Digest } from "../../panel/sha256.ts";
import type { Change, Snapshot } from "../../panel/store/panelStore.ts";
import { serializePayload } from "../../payload/serializePayload.ts";
import {
  type ConsentActivity,
  consentActivities,
  type Policy,
} from "../../policy/policy.ts";
import { countingUuid } from "../fake/countingUuid.ts";
import { type ChangeRow, changeRow } from "./changeRow.ts";
import type { Cell } from "./purposeColumns.ts";
import {
  before,
  neutralPayload,
  type StateOfStatus,
  snapshotIn,
} from "./purposeStates.ts";
import { createSymbols } from "./symbols.ts";

/** In which of the states of a status a row holds; a member that is missing may be anything. */
export type When = Partial<Pick<StateOfStatus, "attempted" | "suspended">>;

/** What a command does to a purpose: it is turned down, or this is written. */
export type TransitionRow = {
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
  const known = tellResult(state, command, activity, policy, true);
  const unknown = tellResult(state, command, activity, policy, false);
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

function tellResult(
  state: StateOfStatus,
  type: DecisionEvent,
  activity: ConsentActivity,
  policy: Policy,
  textKnown: boolean,
): Problem | (ChangeRow & { readonly to: DecisionStatus }) {
  const snapshot = snapshotIn(state, activity);
  const uuid = countingUuid();
  const by = { id: "viewer", name: "Viewer", salt: "" };
  const seen = shownBytes(snapshot);
  const decided: Problem | Change<PurposeData> =
    type === "revise"
      ? revise(snapshot, policy, uuid)
      : decide(snapshot, commandOf(type, policy, seen, by), {
          ...factsOf(activity, policy),
          ...{ textKnown, uuid },
        });
  if (isProblem(decided)) return { problem: decided.problem };
  const { result, ...change } = decided;
  const symbolize = createSymbols(sourcesOf(type, policy, seen));
  return {
    to: result.decision.status,
    ...changeRow(snapshot, change, by, symbolize),
  };
}

function shownBytes({ items, state }: Snapshot): Uint8Array {
  const [queued] = items;
  return (
    queued?.bytes ?? payloadBytes(neutralPayload, shownPseudonym(readPurposeData(state)))
  );
}

function factsOf(
  activity: ConsentActivity,
  policy: Policy,
): Omit<Facts, "uuid" | "textKnown"> {
  return {
    ...{ policy, activity, texts: buildTexts(policy).texts },
    ...{ lock: null, allowUnseen: false },
    payload: { status: "told", value: neutralPayload },
  };
}

function commandOf(
  type: Exclude<DecisionEvent, "revise">,
  policy: Policy,
  seen: Uint8Array,
  by: { readonly id: string; readonly name: string },
): Command {
  const act = { by: { id: by.id, name: by.name }, via: "command" } as const;
  if (type === "withdraw") return { type, ...act };
  const ifMatch = decisionTag(before.sequence);
  const text = {
    revision: policy.revision.id,
    language: "en",
    textDigest: buildTexts(policy).texts.en.digest,
  } as const;
  return type === "refuse"
    ? { type, ...act, ifMatch, request: { decision: "refused", ...text } }
    : {
        ...{ type, ...act, ifMatch },
        request: { decision: "granted", ...text, payloadDigest: sha256Digest(seen) },
      };
}

function sourcesOf(
  type: DecisionEvent,
  policy: Policy,
  seen: Uint8Array,
): readonly (readonly [Cell, string])[] {
  return [
    [before.now.toISOString(), "$now"],
    [before.sequence + 1, "$sequence+1"],
    ["viewer", "$viewer.id"],
    ["Viewer", "$viewer.name"],
    [policy.revision.id, type === "revise" ? "$policy.revision" : "$request.revision"],
    ["en", "$request.language"],
    [buildTexts(policy).texts.en.digest, "$request.textDigest"],
    [sha256Digest(seen), "$request.payloadDigest"],
    ["command", "$request.via"],
    [new TextDecoder().decode(seen), "$payload"],
    [before.pseudonym, "$before.pseudonym"],
    [before.consent, "$before.consent"],
    [serializePayload({ id: before.pseudonym }), "$erasure"],
  ];
}
