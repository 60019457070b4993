import { describe, expect, test } from "vitest";
import type { Transmission } from "../../contract/transmission.ts";
import { filterEntries } from "./filterEntries.ts";
import { reportBefore } from "./reportBefore.ts";
import { monthMark, yearOfReports } from "./yearOfReports.ts";

function entry(id: number, at: Date, given: Partial<Transmission> = {}): Transmission {
  return {
    id: `00000000-0000-4000-9000-${String(id).padStart(12, "0")}`,
    purpose: "server-statistics",
    kind: "report",
    at: at.toISOString(),
    method: "POST",
    url: "https://vendor.example/v1/server-statistics",
    size: 1,
    digest: "sha-256=:AA==:",
    outcome: "accepted",
    status: 202,
    nextAttemptAt: null,
    signature: null,
    body: "kept",
    number: null,
    head: null,
    ...given,
  };
}

const now = new Date(2026, 10, 26, 12);
const on = (month: number, day: number) => new Date(2026, month - 1, day, 12);

describe("a year of reports", () => {
  test("is twelve months in the reader's time, which end with the present one", () => {
    const months = yearOfReports([], undefined, now).map(({ start }) => start);

    expect(months).toHaveLength(12);
    expect(months[0]).toEqual(new Date(2025, 11, 1));
    expect(months.at(-1)).toEqual(new Date(2026, 10, 1));
  });

  test("counts a report on the first and the last moment of a month in that month", () => {
    const ends = [new Date(2026, 9, 1), new Date(2026, 9, 31, 23, 59, 59, 999)];
    const months = yearOfReports(
      ends.map((at, index) => entry(index, at)),
      undefined,
      now,
    );

    expect(months.map(({ counts }) => counts.sent)).toEqual([...Array(10).fill(0), 2, 0]);
  });

  test("is marked as sent once one arrived, however many attempts failed before", () => {
    const year = yearOfReports(
      [
        entry(4, on(11, 3)),
        entry(3, on(11, 2), { outcome: "unreachable" }),
        entry(2, on(10, 2), { outcome: "rejected" }),
        entry(1, on(9, 2), { outcome: "interrupted" }),
        entry(0, on(8, 2), { outcome: "teleported" }),
      ],
      undefined,
      now,
    );

    expect(year.slice(-5).map(monthMark)).toEqual([
      "nothing",
      "open",
      "open",
      "failed",
      "sent",
    ]);
  });

  test("counts no request to delete", () => {
    const year = yearOfReports(
      [entry(1, on(11, 3), { kind: "erasure" })],
      undefined,
      now,
    );

    expect(year.at(-1)?.counts).toEqual({ sent: 0, failed: 0, open: 0 });
  });

  test("never says nothing of a month that was not read to its beginning", () => {
    const readBackTo = on(10, 2).toISOString();
    const year = yearOfReports(
      [entry(2, on(11, 3)), entry(1, on(10, 2), { outcome: "rejected" })],
      readBackTo,
      now,
    );

    expect(year.map(monthMark)).toEqual([...Array(11).fill("unread"), "sent"]);
  });
});

describe("the report before", () => {
  const [third, second, first] = [3, 2, 1].map((day) => entry(day, on(10, day)));
  const all = [third, second, first].flatMap((one) => one ?? []);

  test("is the last that was accepted, for the receiver has that", () => {
    const tried = entry(9, on(10, 2), { outcome: "unreachable" });
    const entries = all.toSpliced(1, 0, tried);

    expect(third && reportBefore(entries, third, true)).toEqual({
      status: "found",
      entry: second,
    });
  });

  test("is one that was tried, where none was accepted", () => {
    const tried = entry(9, on(10, 1), { outcome: "unreachable" });

    expect(third && reportBefore([third, tried], third, true)).toEqual({
      status: "found",
      entry: tried,
    });
  });

  test("is missing for the first, after a deletion, or as far as was read", () => {
    const deleted = entry(9, on(10, 1), { body: "deleted" });
    const request = entry(8, on(10, 1), { kind: "erasure" });

    expect(first && reportBefore([...all, request], first, true).status).toBe("first");
    expect(first && reportBefore([...all, deleted], first, true).status).toBe("deleted");
    expect(first && reportBefore(all, first, false).status).toBe("unread");
  });
});

describe("a filter", () => {
  const entries = ["accepted", "rejected", "interrupted", "teleported"].map(
    (outcome, index) => entry(index, on(11, 1), { outcome }),
  );
  const outcomes = (filtered: readonly Transmission[]) =>
    filtered.map(({ outcome }) => outcome);

  test("takes no outcome for a failure that may be none", () => {
    expect(outcomes(filterEntries(entries, { outcome: "failed", kind: "all" }))).toEqual([
      "rejected",
    ]);
    expect(
      outcomes(filterEntries(entries, { outcome: "accepted", kind: "all" })),
    ).toEqual(["accepted"]);
  });

  test("lets everything through by default, also what is unknown", () => {
    expect(filterEntries(entries, { outcome: "all", kind: "all" })).toEqual(entries);
  });
});
