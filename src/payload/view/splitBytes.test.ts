import fc from "fast-check";
import { expect, test } from "vitest";
import { unreadable } from "../serializePayload.ts";
import { splitBlocks, splitMarks } from "./splitBytes.ts";

const lines = fc
  .array(fc.constantFrom("\n", "\n", "\n", "a", "\r", "\u202e", "🙂"), {
    maxLength: 2_000,
  })
  .map((characters) => characters.join(""));
const text = fc.oneof(lines, fc.string({ unit: "binary" }));

test("blocks join to the text, each of 100 lines but the last", () => {
  fc.assert(
    fc.property(text, (all) => {
      const blocks = splitBlocks(all);

      expect(blocks.join("")).toBe(all);
      for (const block of blocks.slice(0, -1)) {
        expect(block.match(/\n/g)).toHaveLength(100);
        expect(block.endsWith("\n")).toBe(true);
      }
      expect((blocks.at(-1)?.match(/\n/g) ?? []).length).toBeLessThanOrEqual(100);
    }),
  );
});

test("parts join to the text, and what a reader cannot see is marked and named", () => {
  fc.assert(
    fc.property(text, (all) => {
      const parts = splitMarks(all);

      expect(parts.map((part) => part.text).join("")).toBe(all);
      for (const part of parts) {
        const found = [...part.text.matchAll(unreadable)].filter(
          ([character]) => character !== "\n" && character !== "\t",
        );
        if (part.kind === "readable") expect(found).toEqual([]);
        else {
          expect(found.map(String).join("")).toBe(part.text);
          expect(new Set(part.text).size).toBe(1);
          expect(part.code).toMatch(/^U\+[0-9A-F]{4,6}$/);
        }
      }
    }),
  );
});
