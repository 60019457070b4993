import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { serverStatistics } from "../../policy/index.ts";
import { statistics } from "../../testing/index.ts";
import { locateValues, readPayload } from "../index.ts";
import { type ByteMark, cutAtMarks, type Highlighted, marksWithin } from "./byteMarks.ts";

const none: ReadonlySet<number> = new Set();

function read(content: string | Uint8Array) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const reading = readPayload(bytes, serverStatistics);
  const text = "text" in reading ? reading.text : "";
  const values = reading.status === "readable" ? locateValues(text, reading.places) : [];
  return { reading, text, values };
}

/** What is set apart in a text while one of its values is selected, each as it reads. */
function marked(content: string | Uint8Array, selected?: string) {
  return marksOf(content, ({ text, values }) => {
    const value = values.find(({ start, end }) => text.slice(start, end) === selected);
    return value && { as: "value", value };
  });
}

/** The same while something is highlighted. */
function marksOf(
  content: string | Uint8Array,
  highlight: (content: ReturnType<typeof read>) => Highlighted | undefined,
) {
  const { reading, text, values } = read(content);
  const highlighted = highlight({ reading, text, values });
  return marksWithin({ reading, values, highlighted, changed: none }, 0, text.length).map(
    ({ start, end, highlighted: how, finding, code }) =>
      [text.slice(start, end), how ?? finding, code].filter(Boolean).join(" "),
  );
}

describe("what is set apart in the bytes", () => {
  const good = JSON.stringify({ ...statistics, services: [] });

  test("is nothing while nobody points and nothing is wrong", () => {
    expect(marked(good)).toEqual([]);
  });

  test("is the value that is pointed at, and the others of its item", () => {
    expect(marked(good, '"12"')).toEqual(['"Debian GNU/Linux" item', '"12" value']);
  });

  test("is every value of an item alike when the item is pointed at", () => {
    const items = ["distribution"];
    expect(marksOf(good, () => ({ as: "items", items }))).toEqual([
      '"Debian GNU/Linux" item',
      '"12" item',
    ]);
  });

  test("is a value that no item tells of, with its name", () => {
    expect(marked(good.replace("{", '{"host":{"name":"a"},'))).toEqual([
      '"host":{"name":"a"} undisclosed',
    ]);
  });

  test("is each of two values of one name", () => {
    expect(marked(good.replace("{", '{"version":"1",'))).toEqual([
      '"version":"1" duplicate',
      `"version":"${statistics.version}" duplicate`,
    ]);
  });

  test("is where a text stops being JSON, even after its end", () => {
    expect(marked('{"a" 1}')).toEqual(["1 broken"]);
    expect(marked('{"a": 😀}')).toEqual(["😀 broken"]);
    expect(marked('{"a": 1')).toEqual(["broken"]);
  });

  test("is each byte that is no text", () => {
    expect(marked(Uint8Array.of(0x22, 0xff, 0xc3, 0x22))).toEqual([
      "\ufffd broken FF",
      "\ufffd broken C3",
    ]);
  });
});

test("what is wrong is set apart wherever it stands in a long line", () => {
  const services = Array.from({ length: 3_000 }, () => ({ name: "a", version: "1" }));
  const content = JSON.stringify({ ...statistics, services, host: "a" });

  expect(marked(content, '"a"')).toContain('"host":"a" undisclosed');
  expect(marked(JSON.stringify({ ...statistics, services }), '"a"').at(0)).toBe(
    '"a" value',
  );
});

test("a block cut at its marks is the block, whichever marks reach into it", () => {
  const marks = fc
    .array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })), { maxLength: 6 })
    .map((pairs) => {
      let start = 0;
      return pairs.map(([gap, length]): ByteMark => {
        const mark = { start: start + gap, end: start + gap + length, isChanged: true };
        start = mark.end;
        return mark;
      });
    });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.nat({ max: 40 }),
      marks,
      (block, offset, all) => {
        const within = all.filter(
          ({ start, end }) => end > offset && start < offset + block.length,
        );
        const pieces = cutAtMarks(block, offset, within);

        expect(pieces.map(({ text }) => text).join("")).toBe(block);
        expect(pieces.filter(({ mark }) => mark).length).toBe(within.length);
      },
    ),
  );
});
