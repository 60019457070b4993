import { knownOf } from "../../contract/knownOf.ts";
import {
  type Deletion,
  deletionStates,
  type PurposeState,
} from "../../contract/purposeState.ts";
import { knownStatus } from "../../contract/transitions.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import type { DetailKey, Step, Timeline } from "./timeline.ts";

export interface TimelineFacts {
  readonly purpose: Pick<PurposeState, "decision" | "activity">;
  readonly schedule: ConsentActivity["schedule"];
  readonly identification: ConsentActivity["identification"];
}

/**
 * What happened and what follows, in three steps whatever the state, so that the page does
 * not move when something is decided. A date to come is told only while reports go out.
 */
export function timelineOf(facts: TimelineFacts): Timeline {
  const { activity } = facts.purpose;
  const ended = deletionOfWithdrawal(facts);
  return {
    steps: ended ? deletionSteps(facts, ended) : stepsOf(facts),
    lines: [
      ...(activity.openSends > 0 && !activity.effective
        ? [{ kind: "open-send" } as const]
        : []),
      ...(ended?.state === "confirmed" && ended.deleted !== null
        ? [{ kind: "deleted", count: ended.deleted } as const]
        : []),
      ...(ended?.state === "failed" && ended.nextAttemptAt !== null
        ? [{ kind: "next-attempt", at: ended.nextAttemptAt } as const]
        : []),
      ...activity.deletions
        .filter((deletion) => deletion !== ended)
        .map((deletion) => ({ kind: "deletion", deletion }) as const),
    ],
  };
}

/** The newest deletion, unless it was over before consent was withdrawn. */
function deletionOfWithdrawal({ purpose }: TimelineFacts): Deletion | undefined {
  const { decision, activity } = purpose;
  const [newest] = activity.deletions;
  if (decision.status !== "withdrawn" || !newest) return undefined;
  const wasOver =
    newest.state === "confirmed" && isBefore(newest.confirmedAt, decision.at);
  return wasOver ? undefined : newest;
}

function stepsOf(facts: TimelineFacts): Timeline["steps"] {
  const { decision, activity } = facts.purpose;
  const nothingNext: Step = { name: "next", state: "none", detail: "none-planned" };
  switch (knownStatus(decision.status)) {
    case "undecided":
      return activity.lock === null ? stepsToCome(facts) : stepsWhileLocked(facts);
    case "granted":
      return [...decidedAndSent(facts, "given"), nextStep(facts)];
    case "refused":
      return [...decidedAndSent(facts, "refused"), nothingNext];
    case "outdated":
      return [
        { name: "given", state: "done", at: decision.at },
        { name: "new-revision", state: "done", detail: "outdated" },
        nothingNext,
      ];
    case "withdrawn":
      return [...decidedAndSent(facts, "withdrawn"), noDeletion(facts)];
    default:
      return [
        { name: "unknown", state: "unknown", detail: "quoted", quoted: decision.status },
        lastStep(facts),
        { name: "next", state: "unknown", detail: "unknown" },
      ];
  }
}

function stepsToCome({ schedule }: TimelineFacts): Timeline["steps"] {
  const isMonthly = schedule === "monthly";
  return [
    { name: "consent", state: "planned", detail: "undecided" },
    {
      name: "first",
      state: "planned",
      detail: isMonthly ? "at-once" : "first-occasion",
    },
    {
      name: "further",
      state: "planned",
      detail: isMonthly ? "monthly" : "each-occasion",
    },
  ];
}

function stepsWhileLocked(facts: TimelineFacts): Timeline["steps"] {
  return [
    { name: "consent", state: "stopped", detail: "locked" },
    lastStep(facts),
    { name: "next", state: "none", detail: "none-planned" },
  ];
}

/** The decision and the last report in the order in which they were. */
function decidedAndSent(
  facts: TimelineFacts,
  name: "given" | "refused" | "withdrawn",
): readonly [Step, Step] {
  const { decision, activity } = facts.purpose;
  const decided: Step = { name, state: "done", at: decision.at };
  const sent = lastStep(facts);
  return isBefore(activity.lastSentAt, decision.at) ? [sent, decided] : [decided, sent];
}

function lastStep({ purpose }: TimelineFacts): Step {
  const { decision, activity } = purpose;
  if (activity.lastSentAt)
    return { name: "last", state: "done", at: activity.lastSentAt };
  const mayCome = decision.status === "granted" && activity.effective;
  return { name: "last", state: mayCome ? "planned" : "none", detail: "never" };
}

function nextStep({ purpose, schedule }: TimelineFacts): Step {
  const { effective, lock, suspended, nextAt } = purpose.activity;
  const stopped = (detail: DetailKey): Step => ({
    name: "next",
    state: "stopped",
    detail,
  });
  if (!effective) {
    if (lock !== null) return stopped("locked");
    return stopped(suspended === null ? "stopped" : "suspended");
  }
  if (nextAt) return { name: "next", state: "planned", at: nextAt };
  return schedule === "event"
    ? { name: "next", state: "planned", detail: "next-occasion" }
    : { name: "next", state: "none", detail: "none-planned" };
}

/** Why a withdrawal is followed by no deletion: nothing identifies, or nothing was sent. */
function noDeletion({ purpose, identification }: TimelineFacts): Step {
  const { lastSentAt, deletions } = purpose.activity;
  if (identification === "none") {
    return { name: "deletion", state: "none", detail: "anonymous" };
  }
  return lastSentAt === null || deletions.length > 0
    ? { name: "deletion", state: "none", detail: "not-needed" }
    : { name: "deletion", state: "unknown", detail: "not-told" };
}

function deletionSteps(
  { purpose }: TimelineFacts,
  { state, requestedAt, confirmedAt }: Deletion,
): Timeline["steps"] {
  const { at } = purpose.decision;
  const requested: Step = { name: "requested", state: "done", at: requestedAt };
  const withdrawn: Step = { name: "withdrawn", state: "done", at };
  const [first, second] = isBefore(requestedAt, at)
    ? [requested, withdrawn]
    : [withdrawn, requested];
  const end = (): Step => {
    switch (knownOf(deletionStates, state)) {
      case "under-way":
        return { name: "deleting", state: "open", detail: "not-confirmed" };
      case "failed":
        return { name: "not-confirmed", state: "failed", detail: "failed" };
      case "confirmed":
        return { name: "deleted", state: "done", at: confirmedAt };
      default:
        return { name: "deletion", state: "unknown", detail: "quoted", quoted: state };
    }
  };
  return [first, second, end()];
}

function isBefore(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Date.parse(one) < Date.parse(other);
}
