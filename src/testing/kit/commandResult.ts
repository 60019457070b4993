import { decisionTag } from "../../contract/decision.ts";
import type { DecisionEvent, DecisionStatus } from "../../contract/transitions.ts";
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
import type { ConsentActivity, Policy } from "../../policy/policy.ts";
import { countingUuid } from "../fake/countingUuid.ts";
import { type ChangeRow, changeAsRows } from "./changeAsRows.ts";
import type { Cell } from "./purposeColumns.ts";
import {
  before,
  neutralPayload,
  type StateOfStatus,
  snapshotIn,
} from "./purposeStates.ts";
import { createSymbols } from "./symbols.ts";

/** What a command does in a state, by running the rules. */
export function commandResult(
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
    ...changeAsRows(snapshot, change, by, symbolize),
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
