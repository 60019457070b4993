import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { ourFigures } from "../../scripts/size/figures.ts";
import { kilobytes, statedSizes } from "../../scripts/size/report.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/performance.md"), "utf8");
const stated = statedSizes(page);
const figures = await ourFigures(inject("packageFolder"));

/** How much more than stated something may weigh before somebody looks at it. */
const allowance = 1.05;

test("docs/performance.md states what is measured, and nothing else of Klartext", () => {
  const ofPeers = /^(@|vanilla-)/;
  expect([...stated.keys()].filter((name) => !ofPeers.test(name))).toEqual(
    figures.map(({ name }) => name),
  );
});

test.each(figures)("keeps to its budget: $name", ({ name, bytes, budget, goal }) => {
  const before = stated.get(name) ?? 0;
  console.log(
    [
      `${name}: ${kilobytes(bytes)} KB, stated ${kilobytes(before)} KB`,
      ...(budget === undefined ? [] : [`budget ${kilobytes(budget)} KB`]),
      ...(goal === undefined ? [] : [`goal ${kilobytes(goal)} KB`]),
    ].join(", "),
  );

  expect(bytes, "run `npm run size`, and say why in the commit").toBeLessThanOrEqual(
    Math.min(before * allowance, budget ?? Number.POSITIVE_INFINITY),
  );
});

test("every figure that has a goal has a budget too, and none that misses its goal may grow", () => {
  const unbound = figures.filter(
    ({ goal, budget, bytes }) =>
      goal !== undefined &&
      (budget === undefined || budget > Math.max(goal, bytes * 1.03)),
  );

  expect(unbound.map(({ name }) => name)).toEqual([]);
});
