import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { crashReport, item, serverStatistics } from "../policy/index.ts";
import type { Schema } from "../policy/schemaNode.ts";
import { crashSample, statistics } from "../testing/index.ts";
import { explainText } from "./explainText.ts";
import { isExactNumber } from "./isExactNumber.ts";
import { type TextValue, tokenize } from "./tokenize.ts";

const subjects = [
  ["crash report", crashReport, JSON.stringify(crashSample, null, 2)],
  ["statistics", serverStatistics, JSON.stringify(statistics, null, 2)],
] as const;

const schema = z.strictObject({
  a: item(z.number(), "a"),
  b: item(z.array(z.strictObject({ c: z.string() })), "b"),
});

/** What is not disclosed, one line each. */
function findings(of: Schema, text: string): readonly string[] {
  const read = explainText(of, text);
  if (read.status !== "json") throw new Error(`No JSON: ${text}`);
  return read.places
    .filter(({ status }) => status !== "disclosed")
    .map(({ status, path, item: id }) => [status, path.join("."), id].join(" ").trim());
}

describe("a name that stands twice in one object", () => {
  test.each([
    ["a leaf", '{"a": 1, "a": 1, "b": []}', ["duplicate a a"]],
    ["another value", '{"a": "x", "a": 1, "b": []}', ["duplicate a a"]],
    ["an escaped name", '{"a": 1, "\\u0061": 2, "b": []}', ["duplicate a a"]],
    ["three times", '{"a": 1, "a": 1, "a": 1, "b": []}', ["duplicate a a"]],
    ["a list", '{"a": 1, "b": [{"c": ""}], "b": [{"c": ""}]}', ["duplicate b"]],
    [
      "deep inside",
      '{"a": 1, "b": [{"c": ""}, {"c": "", "c": ""}]}',
      ["duplicate b.1.c b"],
    ],
    [
      "an unknown name",
      '{"a": 1, "b": [], "x": 1, "x": 2}',
      ["undisclosed x", "duplicate x"],
    ],
    [
      "inside an unknown value",
      '{"a": 1, "b": [], "x": {"y": 1, "y": 2}}',
      ["undisclosed x"],
    ],
    [
      "inside a value that another has replaced",
      '{"a": 1, "b": [{"c": "", "c": "x"}], "b": []}',
      ["duplicate b b"],
    ],
    [
      "__proto__",
      '{"a": 1, "b": [], "__proto__": 1, "__proto__": 2}',
      ["undisclosed __proto__", "duplicate __proto__"],
    ],
  ])("is found: %s", (_, text, expected) => {
    expect(findings(schema, text)).toEqual(expected);
  });

  test("is not one that stands once in each of two objects", () => {
    expect(findings(schema, '{"a": 1, "b": [{"c": "c"}, {"c": "c"}]}')).toEqual([]);
  });
});

describe("a number", () => {
  test.each(["0", "-0", "6", "6.0", "0.1", "1e2", "1E+2", "100e-2", "5e-324", "1e308"])(
    "survives as %s",
    (text) => {
      expect(findings(schema, `{"a": ${text}, "b": []}`)).toEqual([]);
    },
  );

  test.each([
    "6.0000000000000001",
    "1e400",
    "-1e400",
    "1e-400",
    "9007199254740993",
    "0.1000000000000000000001",
  ])("is unexpected as %s", (text) => {
    expect(findings(schema, `{"a": ${text}, "b": []}`)).toEqual(["unexpected a a"]);
  });

  test("survives where JSON.stringify wrote it, and not with a digit changed", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = JSON.stringify(number);
        const [mantissa] = text.split("e");
        const point = text.includes(".") ? "" : ".";

        expect(isExactNumber(text)).toBe(true);
        fc.pre(number !== 0);
        expect(isExactNumber(`${mantissa}${point}${"0".repeat(30)}1`)).toBe(false);
      }),
    );
  });
});

test("__proto__ is undisclosed wherever it stands, and never lost", () => {
  expect(
    findings(
      schema,
      '{"__proto__": {"a": 1}, "a": 1, "b": [{"c": "", "__proto__": []}]}',
    ),
  ).toEqual(["undisclosed __proto__", "undisclosed b.0.__proto__"]);
});

describe.each(subjects)("the text of a %s", (_, of, text) => {
  const read = tokenize(text);
  if (read.status !== "json") throw new Error("The fixture is no JSON.");
  const { values } = read;
  const members = values.filter(
    (value) => value.parent >= 0 && values[value.parent]?.kind === "object",
  );
  const objects = values.filter(({ kind }) => kind === "object");
  const leaves = values.filter(({ kind }) => kind !== "object" && kind !== "array");
  /** Where the name of a member begins. */
  const nameStart = ({ start }: TextValue) =>
    text.lastIndexOf('"', text.lastIndexOf('":', start) - 1);
  const sliceOf = ({ start, end }: TextValue) => text.slice(start, end);
  const splice = (start: number, end: number, more: string) =>
    text.slice(0, start) + more + text.slice(end);

  const unknownName = fc
    .oneof(fc.constantFrom("__proto__", "constructor", "Version", "host"), fc.string())
    .filter((name) => !members.some(({ key }) => key === name) && name !== "library");

  const insertUnknown = fc
    .tuple(fc.constantFrom(...objects), unknownName, fc.jsonValue())
    .map(([{ start }, name, more]) =>
      splice(start + 1, start + 1, `${JSON.stringify(name)}:${JSON.stringify(more)},`),
    );
  const duplicate = fc
    .tuple(fc.constantFrom(...members), fc.option(fc.jsonValue()), fc.boolean())
    .map(([member, other, escapes]) => {
      const name = JSON.stringify(member.key);
      const written = escapes
        ? `"\\u${String(member.key).charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(2)}`
        : name;
      const value = other === null ? sliceOf(member) : JSON.stringify(other);
      return splice(nameStart(member), nameStart(member), `${written}: ${value}, `);
    });
  const wrongType = fc
    .tuple(
      fc.constantFrom(...leaves),
      fc.constantFrom("true", "{}", "[]", "[1]", "-1", '""', '{"a":1}'),
    )
    .map(([{ start, end }, more]) => splice(start, end, more));
  const drop = fc
    .constantFrom(...members.filter(({ key }) => key !== "library"))
    .map((member) => {
      const start = nameStart(member);
      const after = /^\s*,\s*/.exec(text.slice(member.end));
      if (after) return splice(start, member.end + after[0].length, "");
      const before = /,\s*$/.exec(text.slice(0, start));
      return splice(start - (before?.[0].length ?? 0), member.end, "");
    });

  test("is disclosed whole as it is", () => {
    expect(explainText(of, text)).toMatchObject({ status: "json" });
    expect(findings(of, text)).toEqual([]);
  });

  test("has a finding after every mutation that its schema refuses", () => {
    fc.assert(
      fc.property(fc.oneof(insertUnknown, duplicate, wrongType, drop), (changed) => {
        JSON.parse(changed);
        expect(findings(of, changed)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
