import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findingWords } from "../../../testing/suite/preflight/findingWords.ts";
import { wireRules } from "./index.ts";

const page = readFileSync(
  new URL("../../../../docs/test-panel.md", import.meta.url),
  "utf8",
);

test.each(wireRules.map((rule) => [rule.id, rule] as const))(
  "%s is written where it says, and says what to do",
  (id, { title, section, remedy }) => {
    const [file, anchor = ""] = section.split("#");
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading.toLowerCase().replaceAll(" ", "-"),
    );

    expect(id).toMatch(/^wire-[a-z-]+$/);
    expect(file).toBe("docs/test-panel.md");
    expect(headings).toContain(anchor);
    expect(title).not.toMatch(/\.$/);
    expect(remedy).toMatch(/[.:]$/);
  },
);

test("every rule has an id of its own", () => {
  expect(new Set(wireRules.map(({ id }) => id)).size).toBe(wireRules.length);
});

test("the page names every cause that is looked for, and no other", () => {
  const rows = [...page.matchAll(/^\| `([a-z][a-z-]+)` \| .* \|$/gm)].map(
    ([, kind]) => kind,
  );

  expect(rows.toSorted()).toEqual(Object.keys(findingWords).toSorted());
});
