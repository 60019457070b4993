import { describe, expect, test } from "vitest";
import type { Deletion, PurposeState } from "../contract/purposeState.ts";
import type { Transmission } from "../contract/transmission.ts";
import { type Warning, warningsOf } from "./warningsOf.ts";

const now = new Date("2026-01-15T12:00:00.000Z");
const justNow = "2026-01-15T11:59:00.000Z";
const dayAgo = "2026-01-14T11:59:00.000Z";

const quiet: PurposeState = {
  decision: {
    ...{ status: "granted", sequence: 1, at: dayAgo, by: null, revision: null },
    ...{ language: null, textDigest: null, payloadDigest: null, via: null, seen: null },
  },
  etag: '"1"',
  activity: {
    ...{ effective: true, suspended: null, pseudonym: null, lastSentAt: null },
    ...{ nextAt: null, deletions: [], openSends: 0, lock: null },
  },
  transport: null,
  resultsUrl: null,
};

const deletion = (state: string, requestedAt: string): Deletion => ({
  ...{ id: crypto.randomUUID(), requestedAt, state, nextAttemptAt: null },
  ...{ confirmedAt: null, deleted: null, signature: null },
});

const report = (outcome: string, kind = "report"): Transmission => ({
  ...{ id: crypto.randomUUID(), purpose: "p", kind, at: dayAgo, method: "POST" },
  ...{ url: "https://v.example", size: 1, digest: `sha-256=:${"A".repeat(43)}=:` },
  ...{ outcome, status: null, nextAttemptAt: null, signature: null, body: "none" },
  ...{ number: null, head: null },
});

const within = (activity: Partial<PurposeState["activity"]>): PurposeState => ({
  ...quiet,
  activity: { ...quiet.activity, ...activity },
});

describe("what monitoring is told", () => {
  test.each<[string, readonly Warning[], PurposeState, readonly Transmission[]]>([
    ["nothing of a consent that works", [], within({ nextAt: justNow }), []],
    [
      "nothing of a deletion under way",
      [],
      within({ deletions: [deletion("under-way", justNow)] }),
      [],
    ],
    [
      "a deletion that failed",
      ["deletion-failed"],
      within({ deletions: [deletion("failed", justNow)] }),
      [],
    ],
    [
      "a deletion that is late",
      ["deletion-late"],
      within({ deletions: [deletion("under-way", dayAgo)] }),
      [],
    ],
    [
      "a deletion of an unknown state that is late",
      ["deletion-late"],
      within({ deletions: [deletion("paused", dayAgo)] }),
      [],
    ],
    [
      "nothing of a confirmed deletion",
      [],
      within({ deletions: [deletion("confirmed", dayAgo)] }),
      [],
    ],
    ["a report that is late", ["sending-late"], within({ nextAt: dayAgo }), []],
    [
      "nothing of a report that is not sent any more",
      [],
      within({ nextAt: dayAgo, effective: false }),
      [],
    ],
    [
      "a report that did not arrive",
      ["sending-failed"],
      quiet,
      [report("unreachable"), report("accepted")],
    ],
    ["nothing of an earlier one", [], quiet, [report("accepted"), report("unreachable")]],
    [
      "nothing of one that is under way",
      [],
      quiet,
      [report("pending"), report("accepted")],
    ],
    [
      "nothing of an erasure among reports",
      [],
      quiet,
      [report("unreachable", "erasure")],
    ],
  ])("%s", (_name, expected, state, attempts) => {
    expect(warningsOf({ status: "granted", state }, attempts, now)).toEqual(expected);
  });

  test.each(["unknown", "outdated", "suspended", "locked", "blocked"] as const)(
    "a status that needs somebody: %s",
    (status) => {
      expect(warningsOf({ status, state: quiet }, [], now)).toEqual([status]);
    },
  );

  test.each(["undecided", "refused", "granted", "withdrawn", "deleted"] as const)(
    "nothing of a status that is well: %s",
    (status) => {
      expect(warningsOf({ status, state: quiet }, [], now)).toEqual([]);
    },
  );
});
