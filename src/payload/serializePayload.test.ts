import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import { buildPage, consentActivities, liveConfigPolicy } from "../policy/index.ts";
import { sampleOf } from "../policy/sampleOf.ts";
import { type Json, serializePayload } from "./serializePayload.ts";

/** Texts full of what a reader cannot see, beside any others. */
const unseen = [
  ..."\u0000\u0007\b\t\r\u001b\u007f\u0080\u0085\u00a0\u00ad\u034f\u061c\u115f\u1160",
  ..."\u17b4\u180e\u2000\u2007\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u202f",
  ..."\u205f\u2060\u2066\u2069\u3000\u3164\ufe0f\ufeff\uffa0\ufff9\ue000",
  "\u{e0041}",
  "\u{e0100}",
  "\ud800",
  "\udc00",
];
const character = fc.oneof(
  fc.constantFrom(...unseen),
  fc.constantFrom(...'\n"\\ü🙂a {}'),
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
);
const text = fc.string({ unit: character });

/**
 * Not a name with a `\`: once V8 has parsed one, `JSON.parse` may read an escaped name as that
 * one (https://github.com/nodejs/node/issues/63785), and here it is what we measure by.
 */
const name = text.filter((characters) => !characters.includes("\\"));

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(name, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

describe("serializePayload", () => {
  test("loses nothing", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(serializePayload(value))).toEqual(value);
      }),
    );
  });

  test("is what its own reading writes again", () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = serializePayload(value);
        expect(serializePayload(JSON.parse(written))).toBe(written);
      }),
    );
  });

  test("ends with exactly one newline and has no other at the end", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(serializePayload(value)).toMatch(/[^\n]\n$/);
      }),
    );
  });

  test("has no character that a reader cannot see, but the newline", () => {
    fc.assert(
      fc.property(json, (value) => {
        const hidden = [...serializePayload(value)].filter(
          (found) =>
            found !== "\n" &&
            (unseen.includes(found) ||
              /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Bidi_Control}]/u.test(found) ||
              /[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u.test(found)),
        );
        expect(hidden).toEqual([]);
      }),
    );
  });

  test.each([
    ["\u202e", "\\u202e"],
    ["\u200b", "\\u200b"],
    ["\u00a0", "\\u00a0"],
    ["\u007f", "\\u007f"],
    ["\ufeff", "\\ufeff"],
    ["\u{e0041}", "\\udb40\\udc41"],
    ["\ud800", "\\ud800"],
    ["\n", "\\n"],
    ["\u0000", "\\u0000"],
    ["a b", "a b"],
    ["ü🙂", "ü🙂"],
    ["</script>", "</script>"],
  ])("writes %j as %j, in keys as in values", (value, written) => {
    expect(serializePayload({ [value]: value })).toBe(
      `{\n  "${written}": "${written}"\n}\n`,
    );
  });

  test("writes one value a line, indented by two", () => {
    const value = { a: 1, b: [{ c: null }, []], d: {} };

    expect(serializePayload(value)).toBe(
      [
        "{",
        '  "a": 1,',
        '  "b": [',
        "    {",
        '      "c": null',
        "    },",
        "    []",
        "  ],",
        '  "d": {}',
        "}",
        "",
      ].join("\n"),
    );
  });

  test("leaves out a member that is undefined", () => {
    expect(serializePayload({ a: undefined, b: 1 })).toBe('{\n  "b": 1\n}\n');
  });
});

test.each([
  ["LiveConfig", liveConfigPolicy()],
  ["Acme Backup", otherPolicy],
])(
  "documentation shows the samples of %s as the sender would write them",
  (_, policy) => {
    const shown = buildPage(policy, "en").samples.map(({ text }) => text);
    const samples = consentActivities(policy).map(
      (activity) => sampleOf(activity) as Json,
    );

    expect(samples.length).toBeGreaterThan(0);
    expect(shown).toEqual(samples.map(serializePayload));
  },
);
