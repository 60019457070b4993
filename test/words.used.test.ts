import { join } from "node:path";
import { expect, test } from "vitest";
import { localeTexts } from "./support/strings.ts";
import { wordsNamed } from "./support/wordsNamed.ts";

const isNamed = wordsNamed(join(import.meta.dirname, ".."));

test.each(["interface.json", "lazy.json", "command.json"])(
  "every word of %s is one that the code says",
  (file) => {
    const keys = [...localeTexts(file).de.keys()].map((key) =>
      key.replace(/_(one|other)$/, ""),
    );

    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => !isNamed(key))).toEqual([]);
  },
);

test("a word is not said because a part of it is", () => {
  expect(isNamed("timeline.step.last")).toBe(true);
  expect(isNamed("timeline.step.nobody-says-this")).toBe(false);
  expect(isNamed("nobody.says.this")).toBe(false);
});
