import { deletionOfWithdrawal } from "../../client/deletionOfWithdrawal.ts";
import { isBefore } from "../../client/isBefore.ts";
import { knownStatus } from "../../contract/transitions.ts";
import { deletionSteps, noDeletion, otherDeletions } from "./deletionSteps.ts";
import type { DetailKey, Step, Timeline, TimelineFacts } from "./timeline.ts";

/**
 * What happened and what follows, in three steps whatever the state, so that the page does
 * not move when something is decided. A date to come is told only while reports go out.
 */
export function timelineOf(facts: TimelineFacts): Timeline {
  const { activity } = facts.purpose;
  const ended = deletionOfWithdrawal(facts.purpose);
  return {
    steps: ended ? deletionSteps(facts, ended) : stepsOf(facts),
    lines: [
      ...(ended?.state === "confirmed" && ended.deleted !== null
        ? [{ kind: "deleted", count: ended.deleted } as const]
        : []),
      ...(ended?.state === "failed" && ended.nextAttemptAt !== null
        ? [{ kind: "next-attempt", at: ended.nextAttemptAt } as const]
        : []),
      ...otherDeletions(activity.deletions, ended),
    ],
  };
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

function nextStep({ purpose, schedule, isSettled }: TimelineFacts): Step {
  if (!isSettled) return { name: "next", state: "unknown", detail: "being-read" };
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
