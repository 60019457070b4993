import * as fc from "fast-check";
import { expect, test } from "vitest";
import { retryDelay } from "./retryDelay.ts";

test("waits twice as long each time, up to half a minute", () => {
  const waits = [0, 1, 2, 3, 4, 5, 50].map((attempt) =>
    retryDelay(attempt, undefined, 0),
  );

  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test("never hammers, keeps to what it is asked, and waits for a minute at the most", () => {
  fc.assert(
    fc.property(
      fc.nat(1_100),
      fc.nat(10_000_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, asked, chance) => {
        const wait = retryDelay(attempt, asked, chance);
        expect(wait).toBeGreaterThanOrEqual(1_000);
        expect(wait).toBeLessThanOrEqual(60_000);
        expect(wait).toBeGreaterThanOrEqual(Math.min(60_000, asked));
      },
    ),
  );
});
