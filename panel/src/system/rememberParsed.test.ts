import { expect, test, vi } from "vitest";
import { rememberParsed } from "./rememberParsed.ts";

const bytes = (text: string) => Buffer.from(text);

test("the same bytes are parsed once, wherever they lie", () => {
  const parse = vi.fn((read: Buffer) => read.toString());
  const parsed = rememberParsed(parse);

  expect([parsed(bytes("a")), parsed(bytes("a"))]).toEqual(["a", "a"]);
  expect(parse).toHaveBeenCalledOnce();
});

test("other bytes are parsed, of the same length too, and the first ones then again", () => {
  const parsed = rememberParsed((read) => read.toString());

  expect(["a", "b", "", "a"].map((text) => parsed(bytes(text)))).toEqual([
    "a",
    "b",
    "",
    "a",
  ]);
});

test("bytes that cannot be parsed fail each time", () => {
  const parsed = rememberParsed((): string => {
    throw new TypeError("no database");
  });

  expect(() => parsed(bytes("a"))).toThrow("no database");
  expect(() => parsed(bytes("a"))).toThrow("no database");
});
