import { expect, test } from "vitest";
import { decisionLook } from "../../test/support/decisionLooks.ts";
import { withDecision } from "./withDecision.ts";

const granted = decisionLook("granted+none").purpose;
const undecided = decisionLook("undecided+none").purpose;
const locked = decisionLook("undecided+lock").purpose;
const suspended = decisionLook("granted+suspended").purpose;

const answered = (status: string, sequence = 2) => ({
  ...{ ...granted.decision, status, sequence },
});

test("an answered consent is effective at once", () => {
  const { decision, etag, activity } = withDecision(undecided, answered("granted"));

  expect([decision.status, etag, activity.effective]).toEqual(["granted", '"2"', true]);
});

test("an answered consent is not effective under a lock", () => {
  expect(withDecision(locked, answered("granted")).activity.effective).toBe(false);
});

test("an answered consent is not effective in a panel that cannot send", () => {
  const silent = { ...undecided, transport: null };

  expect(withDecision(silent, answered("granted")).activity.effective).toBe(false);
});

test.each(["refused", "withdrawn", "outdated"])(
  "nothing is effective once %s",
  (status) => {
    expect(withDecision(granted, answered(status)).activity.effective).toBe(false);
  },
);

test("a withdrawal ends the pseudonym and the plan for the next report", () => {
  const { pseudonym, nextAt } = withDecision(granted, answered("withdrawn")).activity;

  expect([pseudonym, nextAt]).toEqual([null, null]);
});

test("a decision made anew ends a suspension", () => {
  const { suspended: left, effective } = withDecision(
    suspended,
    answered("granted"),
  ).activity;

  expect([left, effective]).toEqual([null, true]);
});

test("an answer that is not newer than what was read changes nothing", () => {
  expect(withDecision(granted, answered("withdrawn", 1))).toBe(granted);
  expect(withDecision(granted, undefined)).toBe(granted);
});
