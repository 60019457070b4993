import { join } from "node:path";
import { expect, test } from "vitest";
import { anatomies } from "../.storybook/pages/anatomies.ts";
import { joinSheet } from "../scripts/sheet/joinSheet.ts";

const sheet = joinSheet(join(import.meta.dirname, "../src/styles/klartext.css"));

// That each is in the page as well is what the stories of the anatomy play.
test("every part that the anatomy names is styled by that name", () => {
  const names = Object.values(anatomies).flatMap(({ parts }) =>
    parts.map(({ name }) => name),
  );

  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(sheet))).toEqual(
    [],
  );
});
