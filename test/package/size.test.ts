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

test.each(figures)("is no heavier than stated: $name", ({ name, bytes, goal }) => {
  const before = stated.get(name) ?? 0;
  console.log(
    `${name}: ${kilobytes(bytes)} KB, stated ${kilobytes(before)} KB` +
      (goal === undefined ? "" : `, goal ${kilobytes(goal)} KB`),
  );

  expect(bytes, "run `npm run size`, and say why in the commit").toBeLessThanOrEqual(
    before * allowance,
  );
});
