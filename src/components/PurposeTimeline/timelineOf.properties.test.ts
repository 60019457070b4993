import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factsOf } from "../../../test/fixtures/timelineStates.ts";
import { decisionStatuses } from "../../contract/index.ts";
import { deletionStates, locks, suspensions } from "../../contract/purposeState.ts";
import type { TimelineFacts } from "./timeline.ts";
import { timelineOf } from "./timelineOf.ts";

const moments = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });

const deletions = fc.record({
  id: fc.uuid(),
  requestedAt: moments,
  state: fc.constantFrom(...deletionStates, "postponed"),
  nextAttemptAt: orNull(moments),
  confirmedAt: orNull(moments),
  deleted: orNull(fc.nat()),
  signature: fc.constant(null),
});

/** What a panel of this contract, a later one or a mistaken one may tell. */
const anything: fc.Arbitrary<TimelineFacts> = fc
  .record({
    status: fc.constantFrom(...decisionStatuses, "paused"),
    at: orNull(moments),
    activity: fc.record({
      effective: fc.boolean(),
      suspended: orNull(fc.constantFrom(...suspensions, "resting")),
      pseudonym: fc.constant(null),
      lastSentAt: orNull(moments),
      nextAt: orNull(moments),
      deletions: fc.array(deletions, { maxLength: 3 }),
      openSends: fc.nat(2),
      lock: orNull(fc.constantFrom(...locks, "night")),
    }),
    schedule: fc.constantFrom("monthly" as const, "event" as const),
    identification: fc.constantFrom("pseudonym" as const, "none" as const),
  })
  .map(({ status, at, activity, ...rest }) => factsOf({ status, at, activity, ...rest }));

const holds = (check: (facts: TimelineFacts) => void) =>
  fc.assert(fc.property(anything, check));

describe("whatever a panel tells, the timeline", () => {
  test("has three steps, each with another name", () => {
    holds((facts) => {
      const names = timelineOf(facts).steps.map(({ name }) => name);

      expect(new Set(names).size).toBe(3);
    });
  });

  test("tells no date to come while no reports go out", () => {
    holds((facts) => {
      const { decision, activity } = facts.purpose;
      const next = timelineOf(facts).steps.filter(
        ({ state, at }) => state === "planned" && at,
      );

      if (decision.status !== "granted" || !activity.effective) expect(next).toEqual([]);
      else
        expect(next.map(({ at }) => at)).toEqual(
          activity.nextAt ? [activity.nextAt] : [],
        );
    });
  });

  test("calls a deletion confirmed only where the panel does", () => {
    holds((facts) => {
      const { steps, lines } = timelineOf(facts);
      const [newest] = facts.purpose.activity.deletions;

      const isTold =
        steps.some(({ name }) => name === "deleted") ||
        lines.some(({ kind }) => kind === "deleted");
      if (isTold) expect(newest?.state).toBe("confirmed");
    });
  });

  test("has the panel's own moments alone", () => {
    holds((facts) => {
      const { decision, activity } = facts.purpose;
      const known = [
        decision.at,
        activity.lastSentAt,
        activity.nextAt,
        ...activity.deletions.flatMap((one) => [
          one.requestedAt,
          one.confirmedAt,
          one.nextAttemptAt,
        ]),
      ];
      const { steps, lines } = timelineOf(facts);
      const shown = [
        ...steps.flatMap(({ at }) => at ?? []),
        ...lines.flatMap((line) => (line.kind === "next-attempt" ? line.at : [])),
      ];

      expect(shown.filter((at) => !known.includes(at))).toEqual([]);
    });
  });

  test("tells each deletion that is not over, and what ended with the one of the steps, once", () => {
    holds((facts) => {
      const { steps, lines } = timelineOf(facts);
      const { deletions } = facts.purpose.activity;
      const inLines = lines.flatMap((line) =>
        line.kind === "deletion" ? [line.deletion] : [],
      );
      const inSteps = steps.some(({ name }) => name === "requested");

      expect([...(inSteps ? deletions.slice(0, 1) : []), ...inLines]).toEqual(
        deletions.filter(
          ({ state, requestedAt }) =>
            state !== "confirmed" ||
            (inSteps && requestedAt === deletions[0]?.requestedAt),
        ),
      );
    });
  });

  test("has its past in the order in which it was", () => {
    holds((facts) => {
      const [first, second] = timelineOf(facts).steps;

      if (first.at && second.at && second.state === "done") {
        expect(Date.parse(first.at)).toBeLessThanOrEqual(Date.parse(second.at));
      }
    });
  });
});
