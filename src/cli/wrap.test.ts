import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wrap } from "./wrap.ts";

test("a text is broken at its spaces, and loses none of its words", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^\S+$/)), fc.nat(120), (words, width) => {
      const text = words.join(" ");

      expect(wrap(text, width).replaceAll("\n", " ")).toBe(text);
    }),
  );
  expect(wrap("one two three", 20)).toBe("one two three");
  expect(wrap("the quick brown fox jumps", 20)).toBe("the quick brown fox\njumps");
});
