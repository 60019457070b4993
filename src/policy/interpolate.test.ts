import { describe, expect, test } from "vitest";
import { interpolate } from "./interpolate.ts";

describe("fill", () => {
  test.each([
    ["{{product}} sends it", "Acme sends it"],
    ["to {{vendor}}, by {{product}} and {{product}}", "to A & B, by Acme and Acme"],
    ["no place", "no place"],
    ["{product} and { {product} }", "{product} and { {product} }"],
  ])("makes of %j the text %j", (text, filled) => {
    expect(interpolate(text, { product: "Acme", vendor: "A & B" })).toBe(filled);
  });

  test("puts a value in as it is, even if it looks like a place or a pattern", () => {
    expect(interpolate("{{a}}!", { a: "{{b}} $& $1" })).toBe("{{b}} $& $1!");
  });

  test.each(["{{vendor}}", "{{toString}}", "{{__proto__}}"])(
    "throws on the unknown place %s and names those there are",
    (text) => {
      expect(() => interpolate(text, { product: "Acme", day: "1" })).toThrow(RangeError);
      expect(() => interpolate(text, { product: "Acme", day: "1" })).toThrow(
        /product, day/,
      );
    },
  );
});
