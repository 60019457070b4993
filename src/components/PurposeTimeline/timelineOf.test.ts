import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  confirmedDeletion,
  deletionUnderWay,
  factsOf,
  failedDeletion,
} from "../../../test/fixtures/timelineStates.ts";
import { decisionStatuses } from "../../contract/index.ts";
import { deletionStates, locks, suspensions } from "../../contract/purposeState.ts";
import type { Step, TimelineFacts } from "./timeline.ts";
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

const told = (...facts: Parameters<typeof factsOf>) =>
  timelineOf(factsOf(...facts)).steps.map(({ name, state, at, detail }: Step) =>
    [name, state, at ?? detail].join(" "),
  );

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

const january = "2026-01-15T09:30:00.000Z";
const february = "2026-02-15T09:30:00.000Z";
const march = "2026-03-15T09:30:00.000Z";

describe("before a decision", () => {
  test("tells what would follow, by when reports are sent", () => {
    expect(told({ status: "undecided" })).toEqual([
      "consent planned undecided",
      "first planned at-once",
      "further planned monthly",
    ]);
    expect(told({ status: "undecided", schedule: "event" })).toEqual([
      "consent planned undecided",
      "first planned first-occasion",
      "further planned each-occasion",
    ]);
  });

  test("promises nothing where sending is locked", () => {
    expect(told({ status: "undecided", activity: { lock: "vendor" } })).toEqual([
      "consent stopped locked",
      "last none never",
      "next none none-planned",
    ]);
  });
});

test("a refusal is followed by nothing", () => {
  expect(told({ status: "refused", at: january })).toEqual([
    `refused done ${january}`,
    "last none never",
    "next none none-planned",
  ]);
});

describe("under a grant", () => {
  const granted = { status: "granted", at: january } as const;

  test("tells the last and the next report", () => {
    const activity = { effective: true, lastSentAt: january, nextAt: february };

    expect(told({ ...granted, activity })).toEqual([
      `given done ${january}`,
      `last done ${january}`,
      `next planned ${february}`,
    ]);
  });

  test("tells a report of an earlier consent before the consent", () => {
    const activity = { effective: true, lastSentAt: january, nextAt: march };

    expect(told({ ...granted, at: february, activity })).toEqual([
      `last done ${january}`,
      `given done ${february}`,
      `next planned ${march}`,
    ]);
  });

  test("waits for an occasion where there is no plan", () => {
    expect(
      told({ ...granted, schedule: "event", activity: { effective: true } }),
    ).toEqual([
      `given done ${january}`,
      "last planned never",
      "next planned next-occasion",
    ]);
  });

  test.each([
    ["locked", { lock: "do-not-track" }],
    ["locked", { lock: "do-not-track", suspended: "store-restored" }],
    ["suspended", { suspended: "a reason of a later panel" }],
    ["stopped", {}],
  ])("is %s where the panel says %j", (detail, activity) => {
    expect(told({ ...granted, activity: { ...activity, nextAt: february } })).toEqual([
      `given done ${january}`,
      "last none never",
      `next stopped ${detail}`,
    ]);
  });

  test("leaves a deletion to the history that was over when another was asked for", () => {
    const older = { ...confirmedDeletion, requestedAt: "2026-01-14T09:30:00.000Z" };
    const deletions = [deletionUnderWay, older];

    expect(
      timelineOf(factsOf({ ...granted, activity: { effective: true, deletions } })).lines,
    ).toEqual([{ kind: "deletion", deletion: deletionUnderWay }]);
  });

  test("tells deletions of older pseudonyms in lines until they are over", () => {
    const { steps, lines } = timelineOf(
      factsOf({
        ...granted,
        activity: { effective: true, deletions: [failedDeletion, confirmedDeletion] },
      }),
    );

    expect(steps.map(({ name }) => name)).toEqual(["given", "last", "next"]);
    expect(lines).toEqual([{ kind: "deletion", deletion: failedDeletion }]);
  });
});

test("a consent that a new revision ended is followed by nothing", () => {
  expect(told({ status: "outdated", at: january })).toEqual([
    `given done ${january}`,
    "new-revision done outdated",
    "next none none-planned",
  ]);
});

describe("after a withdrawal", () => {
  const withdrawn = { status: "withdrawn", at: deletionUnderWay.requestedAt } as const;
  const requested = `requested done ${deletionUnderWay.requestedAt}`;

  test.each([
    ["deleting open not-confirmed", [], deletionUnderWay],
    [
      "not-confirmed failed failed",
      [{ kind: "next-attempt", at: failedDeletion.nextAttemptAt }],
      failedDeletion,
    ],
    ["not-confirmed failed failed", [], { ...failedDeletion, nextAttemptAt: null }],
    [
      `deleted done ${confirmedDeletion.confirmedAt}`,
      [{ kind: "deleted", count: 7 }],
      confirmedDeletion,
    ],
    [
      `deleted done ${confirmedDeletion.confirmedAt}`,
      [],
      { ...confirmedDeletion, deleted: null },
    ],
    ["deletion unknown quoted", [], { ...deletionUnderWay, state: "postponed" }],
  ])("ends with %s", (end, lines, deletion) => {
    const facts = { ...withdrawn, activity: { deletions: [deletion] } };

    expect(told(facts)).toEqual([`withdrawn done ${withdrawn.at}`, requested, end]);
    expect(timelineOf(factsOf(facts)).lines).toEqual(lines);
  });

  test.each([
    ["nothing was sent", "none not-needed", "pseudonym", {}],
    ["nothing identifies the reports", "none anonymous", "none", { lastSentAt: january }],
    ["the panel tells of none", "unknown not-told", "pseudonym", { lastSentAt: january }],
  ] as const)("tells that nothing is deleted: %s", (_, end, identification, activity) => {
    expect(told({ ...withdrawn, identification, activity }).at(-1)).toBe(
      `deletion ${end}`,
    );
  });

  test("takes no deletion for its own that was over before", () => {
    const facts = {
      ...withdrawn,
      at: march,
      activity: { deletions: [confirmedDeletion] },
    };

    expect(told(facts).at(-1)).toBe("deletion none not-needed");
    expect(timelineOf(factsOf(facts)).lines).toEqual([]);
  });

  test("tells nothing of what follows until it has been read", () => {
    const unsettled = { activity: { lastSentAt: march }, isSettled: false };

    expect(told({ ...withdrawn, ...unsettled }).at(-1)).toBe(
      "deletion unknown being-read",
    );
    expect(told({ status: "granted", at: march, ...unsettled }).at(-1)).toBe(
      "next unknown being-read",
    );
  });
});

test("a state of a later panel is quoted, and nothing is promised", () => {
  const { steps } = timelineOf(
    factsOf({ status: "paused", activity: { nextAt: march } }),
  );

  expect(steps.map(({ state }) => state)).toEqual(["unknown", "none", "unknown"]);
  expect(steps[0].quoted).toBe("paused");
});
