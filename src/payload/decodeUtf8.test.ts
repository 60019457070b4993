import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeUtf8 } from "./decodeUtf8.ts";

const bytes = (...all: number[]) => Uint8Array.from(all);

describe("bytes that are no UTF-8", () => {
  test.each([
    ["a byte that begins nothing", [0x61, 0xff, 0x62], "a\ufffdb", [[1, "FF"]]],
    ["a sequence that is cut off", [0xc3], "\ufffd", [[0, "C3"]]],
    ["a sequence that another follows", [0xc3, 0x28], "\ufffd(", [[0, "C3"]]],
    [
      "an overlong slash",
      [0xc0, 0xaf],
      "\ufffd\ufffd",
      [
        [0, "C0"],
        [1, "AF"],
      ],
    ],
    [
      "a surrogate",
      [0xed, 0xa0, 0x80],
      "\ufffd\ufffd\ufffd",
      [
        [0, "ED"],
        [1, "A0"],
        [2, "80"],
      ],
    ],
    ["the most of a sequence", [0xf0, 0x9f, 0x92, 0x2c], "\ufffd,", [[0, "F0 9F 92"]]],
  ])("are named where they stand: %s", (_, all, text, broken) => {
    expect(decodeUtf8(bytes(...all))).toEqual({
      text,
      broken: broken.map(([offset, hex]) => ({ offset, hex })),
    });
  });

  test("stand for what the platform's own decoder replaces", () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .string({ unit: "binary", maxLength: 3 })
        .map((text) => new TextEncoder().encode(text)),
      fc.constantFrom(
        bytes(0xe2, 0x82),
        bytes(0xf0, 0x9f),
        bytes(0xed, 0xa0),
        bytes(0xef, 0xbb, 0xbf),
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const all = Uint8Array.from(pieces.flatMap((one) => [...one]));
        const { text, broken } = decodeUtf8(all);

        expect(text).toBe(new TextDecoder("utf-8", { ignoreBOM: true }).decode(all));
        expect(broken.every(({ offset }) => text[offset] === "\ufffd")).toBe(true);
      }),
    );
  });
});

test("a text that holds a replacement character itself is whole", () => {
  expect(decodeUtf8(new TextEncoder().encode("a\ufffd"))).toEqual({
    text: "a\ufffd",
    broken: [],
  });
});
