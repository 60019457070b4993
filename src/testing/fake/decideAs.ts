import type { Decision } from "../../contract/decision.ts";
import { decisionTag } from "../../contract/decision.ts";
import type { DecisionWay, Person, seenKinds } from "../../contract/fields.ts";
import type { DecisionEvent } from "../../contract/transitions.ts";
import { payloadBytes } from "../../panel/payloadBytes.ts";
import { type PayloadFact, shownPseudonym } from "../../panel/rules/checkGrant.ts";
import { type Command, decide, type Facts } from "../../panel/rules/decide.ts";
import { describeDecision } from "../../panel/rules/describePurpose.ts";
import { isProblem } from "../../panel/rules/problem.ts";
import { readPurposeData } from "../../panel/rules/purposeData.ts";
import { waitingReports } from "../../panel/rules/waitingReports.ts";
import { sha256Digest } from "../../panel/sha256.ts";
import type { MemoryStore } from "../../panel/store/memoryStore.ts";
import type { Snapshot } from "../../panel/store/panelStore.ts";

/** What a person can do. */
export type PersonalAct = Exclude<DecisionEvent, "revise">;

/** How somebody decides. */
export interface ActHow {
  /** By which way it comes. @default "page" */
  readonly via?: DecisionWay | null;
  /** What was seen before consent was given. @default "bytes" */
  readonly seen?: (typeof seenKinds)[number];
}

/**
 * Decides by the panel's own rules, as somebody who has seen what it shows now, in German.
 *
 * @throws {RangeError} naming the problem, when the rules turn it down.
 */
export function decideAs(
  store: MemoryStore,
  purpose: string,
  type: PersonalAct,
  by: Person,
  facts: Omit<Facts, "textKnown">,
  how: ActHow = {},
): Decision {
  return store.changeNow(purpose, (snapshot) => {
    const command = commandOf(snapshot, type, by, facts, how);
    const decided = decide(snapshot, command, { ...facts, textKnown: true });
    if (isProblem(decided)) {
      throw new RangeError(`${type} ${purpose}: the panel answers ${decided.problem}.`);
    }
    const name = decided.decidedBy === undefined ? snapshot.by : { ...by, salt: "" };
    return { ...decided, result: describeDecision(decided.result, name) };
  });
}

function commandOf(
  snapshot: Snapshot,
  type: PersonalAct,
  by: Person,
  { policy, texts, payload }: Omit<Facts, "textKnown">,
  { via = "page", seen = "bytes" }: ActHow,
): Command {
  const act = { by: { id: by.id, name: by.name }, via } as const;
  if (type === "withdraw") return { type, ...act };
  const data = readPurposeData(snapshot.state);
  const ifMatch = decisionTag(data.decision.sequence);
  const text = {
    revision: policy.revision.id,
    language: "de",
    textDigest: texts.de.digest,
  } as const;
  if (type === "refuse") {
    return { type, ...act, ifMatch, request: { decision: "refused", ...text } };
  }
  const bound =
    seen === "kinds"
      ? { seen }
      : { payloadDigest: sha256Digest(shownBytes(snapshot, payload)) };
  return { type, ...act, ifMatch, request: { decision: "granted", ...text, ...bound } };
}

function shownBytes(snapshot: Snapshot, payload: PayloadFact): Uint8Array {
  const [queued] = waitingReports(snapshot);
  if (queued) return queued.bytes;
  if (payload.status !== "told") return new Uint8Array();
  return payloadBytes(payload.value, shownPseudonym(readPurposeData(snapshot.state)));
}
