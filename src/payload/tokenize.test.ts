import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathOf, tokenize } from "./tokenize.ts";

/** What a run of mutations may put into a text: all that means something in JSON. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'{}[]:,"\\ \n\t\r0123456789-+.eEtfnu/',
    "true",
    "null",
    '"a"',
    '"\\u00',
    "\\ud83d",
    "\u0000",
    "\u001f",
    "\u2028",
    "\ufeff",
    "\u00a0",
    "01",
    "1e",
    ",}",
    ",]",
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
);

const spaces = fc.string({ unit: fc.constantFrom(" ", "\n", "\t", "\r"), maxLength: 3 });

const printed = fc
  .tuple(fc.jsonValue(), fc.constantFrom(0, 1, 2, 3, "\t", " \n"))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

/** A text whose every gap holds some space of its own. */
const handSpaced = fc
  .tuple(fc.jsonValue(), fc.infiniteStream(spaces))
  .map(([value, gaps]) =>
    JSON.stringify(value).replace(
      /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g,
      (found) => `${gaps.next().value}${found}${gaps.next().value}`,
    ),
  );

const mutated = fc
  .tuple(
    fc.oneof(printed, handSpaced),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece), { maxLength: 3 }),
  )
  .map(([text, changes]) =>
    changes.reduce((before, [offset, length, more]) => {
      const at = offset % (before.length + 1);
      return before.slice(0, at) + more + before.slice(at + length);
    }, text),
  );

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("the tokens of a JSON text", () => {
  test("join to the text, whatever its spacing", () => {
    fc.assert(
      fc.property(fc.oneof(printed, handSpaced), (text) => {
        const read = tokenize(text);

        expect(
          read.status === "json" &&
            read.tokens.map(({ start, end }) => text.slice(start, end)).join(""),
        ).toBe(text);
      }),
    );
  });

  test("are what they are called", () => {
    const text = '{"a": [1, "b"], "c": null}';
    const read = tokenize(text);

    expect(
      read.status === "json" &&
        read.tokens
          .filter(({ kind }) => kind !== "space")
          .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
    ).toEqual([
      "punctuation {",
      'key "a"',
      "punctuation :",
      "punctuation [",
      "number 1",
      "punctuation ,",
      'string "b"',
      "punctuation ]",
      "punctuation ,",
      'key "c"',
      "punctuation :",
      "literal null",
      "punctuation }",
    ]);
  });
});

describe("the values of a JSON text", () => {
  test("stand where their paths lead, and nowhere else", () => {
    fc.assert(
      fc.property(fc.oneof(printed, handSpaced), (text) => {
        const read = tokenize(text);
        if (read.status !== "json") throw new Error(`Refused: ${text}`);
        const whole: unknown = JSON.parse(text);

        for (const [index, { start, end, duplicate }] of read.values.entries()) {
          const meant = pathOf(read.values, index).reduce(
            (at, key) => Reflect.get(Object(at), key),
            whole,
          );
          expect(JSON.parse(text.slice(start, end))).toEqual(meant);
          expect(text.slice(start, end).trim()).toHaveLength(end - start);
          expect(duplicate).toBe(false);
        }
      }),
    );
  });

  test("are told apart where a name stands twice, however it is written", () => {
    const text = '{"a": 1, "b": [{"a": 2}], "\\u0061": 3, "__proto__": 4}';
    const read = tokenize(text);

    expect(
      read.status === "json" &&
        read.values.map(({ start, end, duplicate }, index) => [
          pathOf(read.values, index).join("."),
          text.slice(start, end).length,
          duplicate,
        ]),
    ).toEqual([
      ["", text.length, false],
      ["a", 1, false],
      ["b", 10, false],
      ["b.0", 8, false],
      ["b.0.a", 1, false],
      ["a", 1, true],
      ["__proto__", 1, false],
    ]);
  });
});

describe("a text that is no JSON", () => {
  test("is refused exactly where JSON.parse refuses it", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(tokenize(text).status === "json").toBe(parses(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test("can still go on before its offset, and cannot with what stands there", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const read = tokenize(text);
        fc.pre(read.status === "not-json");

        expect(tokenize(text.slice(0, read.offset + 1)).status).toBe("not-json");
        expect(read.offset).toBeGreaterThanOrEqual(0);
        expect(read.offset).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each([
    ["", 0],
    ["{} {}", 3],
    ['{"a": 1,}', 8],
    ["[1,]", 3],
    ["[1 2]", 3],
    ["{a: 1}", 1],
    ['{"a" 1}', 5],
    ["01", 1],
    ["1.", 1],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['"open', 5],
    ["[", 1],
    ["tru", 0],
    ["\ufeff{}", 0],
    ["]", 0],
  ])("%j fails at %i", (text, offset) => {
    expect(tokenize(text)).toEqual({ status: "not-json", offset });
  });
});

test("a text may be nested as deeply as it is long, and hold strings as long as it is", () => {
  const deep = "[".repeat(500_000) + "]".repeat(500_000);
  const long = `"${"a".repeat(1_000_000)}\\n${"\\u0041".repeat(500_000)}"`;

  expect(tokenize(deep).status).toBe("json");
  expect(tokenize(long).status).toBe("json");
});
