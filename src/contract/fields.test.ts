import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { byName, moment, url, uuid } from "./fields.ts";

const takes = (schema: z.core.$ZodType, value: unknown) =>
  z.safeParse(schema, value).success;

describe("a moment", () => {
  test.each([
    "2026-02-28T23:59:59Z",
    "2024-02-29T00:00:00Z",
    "2000-02-29T00:00:00.123456Z",
  ])("can be %s", (value) => {
    expect(takes(moment, value)).toBe(true);
  });

  test.each([
    ["30 February", "2026-02-30T10:00:00Z"],
    ["29 February of a year that has none", "2026-02-29T10:00:00Z"],
    ["29 February 1900", "1900-02-29T10:00:00Z"],
    ["31 April", "2026-04-31T10:00:00Z"],
    ["the 13th month", "2026-13-01T10:00:00Z"],
    ["24 o'clock", "2026-01-01T24:00:00Z"],
    ["a leap second", "2026-12-31T23:59:60Z"],
    ["another zone", "2026-01-01T10:00:00+01:00"],
    ["no zone", "2026-01-01T10:00:00"],
    ["a day alone", "2026-01-01"],
    ["a line break", "2026-01-01T10:00:00Z\n"],
  ])("cannot be %s", (_, value) => {
    expect(takes(moment, value)).toBe(false);
  });

  const number = (max: number) =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
  const almost = fc
    .tuple(
      fc.integer({ min: 1890, max: 2110 }),
      ...([13, 32, 25, 60, 60] as const).map(number),
    )
    .map(
      ([year, ...rest]) => `${year}-${rest[0]}-${rest[1]}T${rest.slice(2).join(":")}Z`,
    );

  test("is what zod takes for one", () => {
    const zods = z.iso.datetime();
    fc.assert(
      fc.property(fc.oneof(almost, fc.string()), (value) => {
        expect(takes(moment, value)).toBe(takes(zods, value));
      }),
    );
  });
});

test("a UUID is what zod takes for one", () => {
  const zods = z.uuid();
  const almost = fc.tuple(fc.uuid(), fc.nat(35), fc.string({ maxLength: 1 }));
  fc.assert(
    fc.property(almost, ([value, at, other]) => {
      expect(takes(uuid, value)).toBe(true);
      const changed = value.slice(0, at) + other + value.slice(at + 1);
      expect(takes(uuid, changed)).toBe(takes(zods, changed));
    }),
  );
});

test("an address is what zod takes for one", () => {
  const zods = z.url();
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.webPath(), fc.string()), (value) => {
      expect(takes(url, value)).toBe(takes(zods, value));
    }),
  );
});

test("values by name are of one kind, under any name", () => {
  const counts = byName(z.number());

  expect(z.parse(counts, { a: 1, constructor: 2 })).toEqual({ a: 1, constructor: 2 });
  expect(takes(counts, { a: 1, b: "2" })).toBe(false);
  expect(takes(counts, ["a"])).toBe(false);
});
