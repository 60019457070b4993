import { describe, expect, test } from "vitest";
import {
  confirmedDeletion,
  deletionUnderWay,
  factsOf,
  failedDeletion,
} from "../../../test/fixtures/timelineStates.ts";
import type { Step } from "./timeline.ts";
import { timelineOf } from "./timelineOf.ts";

const told = (...facts: Parameters<typeof factsOf>) =>
  timelineOf(factsOf(...facts)).steps.map(({ name, state, at, detail }: Step) =>
    [name, state, at ?? detail].join(" "),
  );

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
