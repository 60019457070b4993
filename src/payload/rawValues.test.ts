import fc from "fast-check";
import { expect, test } from "vitest";
import { rawValues } from "./rawValues.ts";
import { pathOf, scanJson } from "./tokenize.ts";

test("finds every value of a text where it stands, as it is written", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const scanned = scanJson(text);
      if (scanned.status !== "json") throw new Error(`No JSON: ${text}`);
      const find = rawValues(text);

      scanned.values.forEach(({ start, end }, index) => {
        expect(find(pathOf(scanned.values, index))).toEqual({
          raw: text.slice(start, end),
          start,
        });
      });
    }),
  );
});

test("takes the last of a name that stands twice", () => {
  expect(rawValues('{"a": 1, "a": 2e0}')(["a"])).toEqual({ raw: "2e0", start: 14 });
});

test.each([
  ['{"a": 1}', ["b"]],
  ['{"a": 1}', ["a", "b"]],
  ["[1]", ["0"]],
  ["no JSON", []],
])("finds nothing in %s at %j", (text, path) => {
  expect(rawValues(text)(path)).toBeUndefined();
});
