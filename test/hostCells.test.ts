import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allCells, coveringCells, nameOf } from "./support/hosts/cells.ts";
import { coverPairs, pairsIn, pairsOf } from "./support/hosts/coverPairs.ts";
import { createRandom } from "./support/random.ts";

describe("the hosts that a centre is shown in", () => {
  test("are 1,280, each of them once", () => {
    expect(new Set(allCells().map(nameOf)).size).toBe(1_280);
  });

  test("are the same ones for the same seed", () => {
    expect(coveringCells(7)).toEqual(coveringCells(7));
    expect(coveringCells(7)).not.toEqual(coveringCells(8));
  });

  test("are few for any seed", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(coveringCells(seed).length).toBeLessThan(60);
      }),
      { numRuns: 50 },
    );
  });
});

test("any two values of two dimensions stand together in a row", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(sizes, fc.nat(), (lengths, seed) => {
      const rows = coverPairs(lengths, createRandom(seed));

      expect(new Set(rows.flatMap(pairsIn))).toEqual(new Set(pairsOf(lengths)));
    }),
    { numRuns: 50 },
  );
});
