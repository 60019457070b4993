import type { DecisionRecord } from "../../../../contract/decisionRecord.ts";
import { knownStatus, transitions } from "../../../../contract/transitions.ts";
import type { TransitionStep } from "../../snapshot/walkTransitions.ts";

export const purposeIn = ({ purpose }: TransitionStep, when: TransitionStep["before"]) =>
  when.purposes.value?.purposes[purpose];

export const decisionIn = (step: TransitionStep, when: TransitionStep["before"]) =>
  purposeIn(step, when)?.decision;

/** What the table of states says; undefined where the panel told no state. */
export function expectedOutcome(step: TransitionStep) {
  const status = knownStatus(decisionIn(step, step.before)?.status ?? "");
  return status && transitions[status][step.act];
}

export const isOk = ({ status }: TransitionStep["exchange"]) =>
  status === 200 || status === 202;

export const isRefused = (step: TransitionStep) =>
  expectedOutcome(step) === "withdraw-instead";

export const isChange = (step: TransitionStep) =>
  step.act !== "withdraw" ||
  expectedOutcome(step) !== decisionIn(step, step.before)?.status;

/** Entries that a step added, newest first. */
export function addedRecords({
  before,
  after,
  purpose,
}: TransitionStep): readonly DecisionRecord[] {
  const known = new Set(before.history.value?.entries.map(({ id }) => id));
  return (after.history.value?.entries ?? []).filter(
    (one) => one.purpose === purpose && !known.has(one.id),
  );
}
