import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { crashReport, item, serverStatistics } from "../policy/index.ts";
import type { Schema } from "../policy/schemaNode.ts";
import { crashSample, statistics } from "../testing/index.ts";
import { explainText } from "./explainText.ts";
import {
  type LocatedValue,
  locateValues,
  valueAt,
  valuesWithin,
} from "./locateValues.ts";
import { scanJson } from "./tokenize.ts";

const schema = z.strictObject({
  a: item(z.number(), "a"),
  b: z.array(
    z.strictObject({ c: item(z.string(), "c"), d: z.optional(item(z.null(), "d")) }),
  ),
});

function locate(of: Schema, text: string): readonly LocatedValue[] {
  const explained = explainText(of, text);
  if (explained.status !== "json") throw new Error(`No JSON: ${text}`);
  return locateValues(text, explained.places);
}

function told(of: Schema, text: string): readonly string[] {
  return locate(of, text).map(
    ({ place, start, end }) =>
      `${text.slice(start, end)} ${place.status} ${place.item ?? "-"}`,
  );
}

describe("the values of a text", () => {
  test.each([
    [
      '{"a": 1, "b": [{"c": "x", "d": null}]}',
      ["1 disclosed a", '"x" disclosed c', "null disclosed d"],
    ],
    ['{"b": [], "a": 1}', ["[] disclosed c", "1 disclosed a"]],
    [
      '{"a": 1, "b": [], "x": {"y": [1]}}',
      ["1 disclosed a", "[] disclosed c", '{"y": [1]} undisclosed -'],
    ],
    ['{"a": [], "b": []}', ["[] unexpected a", "[] disclosed c"]],
    ['{"a": 1, "a": 2, "b": []}', ["1 duplicate a", "2 duplicate a", "[] disclosed c"]],
    [
      '{"a": 1, "b": [{"c": ""}], "b": []}',
      ["1 disclosed a", '[{"c": ""}] duplicate c', "[] duplicate c"],
    ],
    ['{"0": 1, "a": 1, "b": []}', ["1 undisclosed -", "1 disclosed a", "[] disclosed c"]],
    [
      '{"__proto__": 1, "a": 1, "b": []}',
      ["1 undisclosed -", "1 disclosed a", "[] disclosed c"],
    ],
    ["7", ["7 unexpected -"]],
  ])("have what explains them, in the order of %s", (text, expected) => {
    expect(told(schema, text)).toEqual(expected);
  });

  test("are none where the text is no JSON", () => {
    expect(locateValues('{"a": ', [])).toEqual([]);
  });
});

const payloads = [
  [crashReport, crashSample],
  [serverStatistics, statistics],
] as const;

/** A payload in which some values have become others, and other members have come. */
const foreign = fc
  .tuple(
    fc.constantFrom(...payloads),
    fc.dictionary(
      fc.oneof(fc.constantFrom("version", "services", "0", "__proto__"), fc.string()),
      fc.jsonValue(),
      { maxKeys: 4 },
    ),
    fc.boolean(),
  )
  .map(([[of, value], more, first]) => {
    const members = JSON.stringify(value, null, 2).slice(1, -1);
    const others = JSON.stringify(more).slice(1, -1);
    const all = first ? [others, members] : [members, others];
    return [of, `{${all.filter((part) => part.trim() !== "").join(",")}}`] as const;
  });

const anything = fc.tuple(
  fc.constantFrom<Schema>(schema, crashReport, serverStatistics),
  fc.json(),
);

test("each place of a text has exactly one item, or is found fault with", () => {
  fc.assert(
    fc.property(fc.oneof(foreign, anything), ([of, text]) => {
      const scanned = scanJson(text);
      if (scanned.status !== "json") throw new Error(`No JSON: ${text}`);
      const located = locate(of, text);
      const holders = new Set(scanned.values.map(({ parent }) => parent));
      const leaves = scanned.values.filter((_, index) => !holders.has(index));

      for (const leaf of leaves) {
        const covering = located.filter(
          ({ start, end }) => start <= leaf.start && leaf.end <= end,
        );
        // An empty object that lacks something is told by what it lacks.
        const isBare = leaf.kind === "object" && leaf.end - leaf.start === 2;
        expect(covering.length, text.slice(leaf.start, leaf.end)).toBeGreaterThanOrEqual(
          isBare ? 0 : 1,
        );
        expect(covering.length).toBeLessThanOrEqual(1);
        for (const { place } of covering) {
          if (place.status === "disclosed")
            expect(place.item).toEqual(expect.any(String));
          if (place.status === "undisclosed") expect(place.item).toBeUndefined();
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("the value at an offset is the one that stands there, with its name", () => {
  fc.assert(
    fc.property(fc.oneof(foreign, anything), fc.nat(), ([of, text], far) => {
      const located = locate(of, text);
      const offset = far % (text.length + 1);

      expect(valueAt(located, offset)).toBe(
        located.find(({ nameStart, end }) => nameStart <= offset && offset < end),
      );
      expect(valuesWithin(located, offset, offset + 40)).toEqual(
        located.filter(({ nameStart, end }) => end > offset && nameStart < offset + 40),
      );
    }),
  );
});
