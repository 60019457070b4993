import type { DecisionWay, Person } from "../../contract/fields.ts";
import { transitions } from "../../contract/transitions.ts";
import type { Change, Snapshot } from "../store/panelStore.ts";
import { checkGrant, type GrantFacts, stale } from "./checkGrant.ts";
import type { Grant, Refusal } from "./decisionRequests.ts";
import { hashMachineId, type Machine } from "./machineIdHash.ts";
import { newDecisionEntry } from "./newDecisionEntry.ts";
import { isSuperseded } from "./otherReplicas.ts";
import { isProblem, type Problem } from "./problem.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";
import { requestDeletions } from "./requestDeletions.ts";
import { waitingReports } from "./waitingReports.ts";

/** Who decides, by which way. */
export interface Act {
  readonly by: Person;
  readonly via: DecisionWay | null;
}

/** What a person asks of a purpose. `ifMatch` is the header of that name (RFC 9110 § 13.1.1). */
export type Command = Act &
  (
    | { readonly type: "grant"; readonly request: Grant; readonly ifMatch: string | null }
    | {
        readonly type: "refuse";
        readonly request: Refusal;
        readonly ifMatch: string | null;
      }
    | { readonly type: "withdraw" }
  );

/** What the rules have to know beside the snapshot. */
export interface Facts extends GrantFacts {
  /** Whether this panel ever stood for the text that the request names. */
  readonly textKnown: boolean;
  /** The server that a pseudonym is made for. @default null, none is told */
  readonly machine?: Machine | null;
  readonly uuid: () => string;
}

/**
 * Every rule about what a person asks: turned down with the first problem in the order of
 * the contract, or what it changes. The result is the purpose after it.
 */
export function decide(
  snapshot: Snapshot,
  command: Command,
  facts: Facts,
): Problem | Change<PurposeData> {
  const data = readPurposeData(snapshot.state);
  if (command.type !== "withdraw" && isSuperseded(snapshot, facts.policy.revision.id)) {
    return { problem: "policy-superseded" };
  }
  switch (command.type) {
    case "grant":
      return grant(snapshot, data, command, facts);
    case "refuse":
      return refuse(snapshot, data, command, facts);
    case "withdraw":
      return withdraw(snapshot, data, command, facts);
  }
}

type CommandOf<Type extends Command["type"]> = Extract<Command, { type: Type }>;

function grant(
  snapshot: Snapshot,
  data: PurposeData,
  { request, ifMatch, by, via }: CommandOf<"grant">,
  facts: Facts,
): Problem | Change<PurposeData> {
  const { now } = snapshot;
  const [queued] = waitingReports(snapshot);
  const agreed = checkGrant(request, ifMatch, facts, data, queued?.bytes);
  if (isProblem(agreed)) return agreed;
  const { activity, machine, uuid } = facts;
  const at = now.toISOString();
  const id = uuid();
  const seen: "bytes" | "kinds" = request.seen ?? "bytes";
  const { revision, language, textDigest, payloadDigest = null } = request;
  const bound = { revision, language, textDigest, payloadDigest, via, seen };
  const { renewed, before } = underPseudonym(data, activity.identification, now, uuid);
  const result: PurposeData = {
    ...before,
    epoch: snapshot.store.epoch,
    decision: { status: "granted", sequence: data.decision.sequence + 1, at, ...bound },
    grant: id,
    machine:
      before.pseudonym !== null && machine
        ? (before.machine ?? hashMachineId(machine))
        : before.machine,
    schedule:
      activity.schedule === "monthly"
        ? (before.schedule ?? { grantedAt: at, nextAt: at })
        : null,
  };
  const entry = newDecisionEntry(
    id,
    { event: "granted", at, textKnown: true, ...bound },
    { by: { ...by, salt: uuid() }, ...agreed },
  );
  return {
    result,
    state: result,
    decidedBy: id,
    append: [entry, ...renewed.entries],
    put: renewed.items,
    forget:
      data.pseudonym !== null && data.pseudonym !== result.pseudonym
        ? [data.pseudonym]
        : [],
  };
}

/** The purpose as a grant finds it: with a UUID, and with one of its own after a suspension. */
function underPseudonym(
  data: PurposeData,
  identification: "none" | "pseudonym",
  now: Date,
  uuid: () => string,
) {
  const keep = { entries: [], items: [], deletions: [] } as const;
  if (identification === "none") {
    return { renewed: keep, before: { ...data, suspended: null } };
  }
  if (data.suspended === null) {
    return { renewed: keep, before: { ...data, pseudonym: data.pseudonym ?? uuid() } };
  }
  // The original of a copied server goes on under its pseudonym: nothing of it is erased.
  const renewed =
    data.suspended === "machine-changed" ? keep : requestDeletions(data, now, uuid);
  const before: PurposeData = {
    ...data,
    suspended: null,
    pseudonym: uuid(),
    machine: null,
    attempted: [],
    schedule: null,
    deletions: [...renewed.deletions, ...data.deletions],
  };
  return { renewed, before };
}

function refuse(
  snapshot: Snapshot,
  data: PurposeData,
  { request, ifMatch, by, via }: CommandOf<"refuse">,
  { textKnown, uuid }: Facts,
): Problem | Change<PurposeData> {
  const status = transitions[data.decision.status].refuse;
  const found = stale(ifMatch, data);
  if (found) return found;
  if (status === "withdraw-instead") return { problem: "withdraw-instead" };
  const at = snapshot.now.toISOString();
  const id = uuid();
  const { revision, language, textDigest } = request;
  const bound = { revision, language, textDigest, payloadDigest: null, via, seen: null };
  const result: PurposeData = {
    ...data,
    decision: { status, sequence: data.decision.sequence + 1, at, ...bound },
  };
  return {
    result,
    state: result,
    decidedBy: id,
    append: [
      newDecisionEntry(
        id,
        { event: "refused", at, textKnown, ...bound },
        { by: { ...by, salt: uuid() } },
      ),
    ],
    drop: waitingReports(snapshot).map((item) => item.id),
  };
}

/**
 * Withdraws, from any state and without a precondition. The sequence counts each time, so
 * that a grant that was overtaken on the way arrives stale (GDPR Art. 7(3)).
 */
function withdraw(
  snapshot: Snapshot,
  data: PurposeData,
  { by, via }: CommandOf<"withdraw">,
  { uuid }: Facts,
): Change<PurposeData> {
  const status = transitions[data.decision.status].withdraw;
  const sequence = data.decision.sequence + 1;
  if (status === data.decision.status || status === "withdraw-instead") {
    const result = { ...data, decision: { ...data.decision, sequence } };
    return { result, state: result };
  }
  const at = snapshot.now.toISOString();
  const id = uuid();
  const { pseudonym, grant: ended } = data;
  const requested = requestDeletions(data, snapshot.now, uuid);
  const nothing = { revision: null, language: null, textDigest: null };
  const result: PurposeData = {
    ...data,
    decision: {
      ...{ status, sequence, at, ...nothing },
      ...{ payloadDigest: null, via, seen: null },
    },
    ...{ grant: null, pseudonym: null, machine: null, attempted: [] },
    ...{ suspended: null, schedule: null },
    deletions: [...requested.deletions, ...data.deletions],
  };
  return {
    result,
    state: result,
    decidedBy: id,
    append: [
      newDecisionEntry(
        id,
        { event: "withdrawn", at, via, ended },
        { by: { ...by, salt: uuid() } },
      ),
      ...requested.entries,
    ],
    put: requested.items,
    drop: waitingReports(snapshot).map((item) => item.id),
    forget: pseudonym === null ? [] : [pseudonym],
  };
}
