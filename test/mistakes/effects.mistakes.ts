import { describe, expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";
import { recordScenario } from "./scenario/recordScenario.ts";

const clean = new Map<string, Promise<readonly string[]>>();

/** What a panel without a mistake answers, set up like this one. */
function cleanCourse(panel: Parameters<typeof recordScenario>[1]) {
  const key = JSON.stringify(panel ?? {});
  const found = clean.get(key) ?? recordScenario(undefined, panel);
  clean.set(key, found);
  return found;
}

test("a panel without a mistake answers the same each time", async () => {
  expect(await recordScenario()).toEqual(await cleanCourse({}));
});

test("each mistake has a name of its own", () => {
  const ids = catalogue.flatMap(({ mistakes }) => mistakes.map(({ id }) => id));

  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(catalogue)("$kind", ({ mistakes }) => {
  test.each(mistakes)("$id: $sentence changes an answer", async ({ plant, panel }) => {
    const right = await cleanCourse(panel);
    const told = await recordScenario(plant, panel, right);

    expect(told.join("\n\n") === right.join("\n\n")).toBe(false);
  });
});
