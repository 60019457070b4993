import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoff, nextMonthly } from "./schedule.ts";

const moment = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2060-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("nextMonthly", () => {
  test.each([
    ["2026-01-15T10:00:00Z", "2026-01-15T10:00:00Z", "2026-02-15T10:00:00Z"],
    ["2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z"],
    ["2028-01-31T10:00:00Z", "2028-01-31T10:00:01Z", "2028-02-29T10:00:00Z"],
    ["2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z", "2026-03-31T10:00:00Z"],
    ["2026-01-31T10:00:00Z", "2026-03-31T10:30:00Z", "2026-04-30T10:00:00Z"],
    ["2026-12-31T23:59:59Z", "2026-12-31T23:59:59Z", "2027-01-31T23:59:59Z"],
    ["2028-02-29T00:00:00Z", "2029-02-27T00:00:00Z", "2029-02-28T00:00:00Z"],
  ])("of a grant at %s, after %s, is %s", (granted, after, expected) => {
    const next = nextMonthly(new Date(granted), new Date(after), 0);

    expect(next).toEqual(new Date(expected));
  });

  test("of a server that was off for months is one", () => {
    const next = nextMonthly(
      new Date("2026-01-31T10:00:00Z"),
      new Date("2026-06-02T08:00:00Z"),
      0,
    );

    expect(next).toEqual(new Date("2026-06-30T10:00:00Z"));
  });

  test("is put off by the jitter", () => {
    const granted = new Date("2026-01-15T10:00:00Z");

    expect(nextMonthly(granted, granted, 90_000)).toEqual(
      new Date("2026-02-15T10:01:30Z"),
    );
  });

  test("is later, at most a month and a bit away, on the day of the grant or the month's last", () => {
    fc.assert(
      fc.property(moment, moment, (granted, other) => {
        const after = new Date(Math.max(granted.getTime(), other.getTime()));
        const next = nextMonthly(granted, after, 0);
        const dayAfter = new Date(next.getTime() + 86_400_000);

        expect(next > after).toBe(true);
        expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(31 * 86_400_000);
        expect(
          next.getUTCDate() === granted.getUTCDate() || dayAfter.getUTCDate() === 1,
        ).toBe(true);
        expect(next.toISOString().slice(11)).toBe(granted.toISOString().slice(11));
      }),
    );
  });

  test("comes twelve times a year, whatever the jitter", () => {
    fc.assert(
      fc.property(
        moment,
        fc.array(fc.nat(3_599_999), { minLength: 12 }),
        (granted, jitters) => {
          let at = granted;
          const months = jitters.map((jitter) => {
            at = nextMonthly(granted, at, jitter);
            const anchor = new Date(at.getTime() - jitter);
            return anchor.getUTCFullYear() * 12 + anchor.getUTCMonth();
          });
          const first = granted.getUTCFullYear() * 12 + granted.getUTCMonth();

          expect(months).toEqual(jitters.map((_jitter, index) => first + 1 + index));
        },
      ),
    );
  });
});

describe("backoff", () => {
  test.each([
    [1, 0, 2_500],
    [1, 0.999_999, 5_000],
    [2, 0.5, 7_500],
    [5, 0, 40_000],
    [20, 0.999_999_9, 3_600_000],
    [2_000, 0, 1_800_000],
  ])("after attempt %i by chance %f waits %i ms", (attempts, random, expected) => {
    expect(backoff(attempts, random)).toBe(expected);
  });
});
