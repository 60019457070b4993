import { describe, expect, test } from "vitest";
import * as zod from "zod";
import * as z from "zod/mini";
import { item, itemOf } from "./item.ts";
import { schemaLeaves } from "./schemaLeaves.ts";

describe("item", () => {
  test("names the item on a copy and leaves the schema as it was", () => {
    const schema = z.string();

    expect(itemOf(item(schema, "edition"))).toBe("edition");
    expect(itemOf(schema)).toBeUndefined();
  });
});

describe("schemaLeaves", () => {
  test("gives a leaf the nearest item above it", () => {
    const schema = item(
      z.strictObject({ a: z.string(), b: item(z.array(z.number()), "inner") }),
      "outer",
    );

    expect(schemaLeaves(schema)).toEqual([
      { path: ["a"], item: "outer" },
      { path: ["b", "*"], item: "inner" },
    ]);
  });

  test("looks through optional and nullable", () => {
    const schema = z.strictObject({
      a: z.optional(z.nullable(item(z.string(), "x"))),
      b: item(z.nullable(z.strictObject({ c: z.boolean() })), "y"),
    });

    expect(schemaLeaves(schema)).toEqual([
      { path: ["a"], item: "x" },
      { path: ["b", "c"], item: "y" },
    ]);
  });

  test.each([
    ["record", z.record(z.string(), z.string())],
    ["any", z.any()],
    ["unknown", z.unknown()],
    ["union", z.union([z.string(), z.number()])],
    ["date", z.date()],
  ])("does not walk %s: what it holds is not written down", (_, schema) => {
    expect(schemaLeaves(item(schema, "x"))).toEqual([
      { path: [], item: "x", problem: "unsupported-schema" },
    ]);
  });

  test.each([
    ["an object that strips keys", z.object({ a: item(z.string(), "x") })],
    ["an object that keeps keys", z.looseObject({ a: item(z.string(), "x") })],
  ])("says that %s is open, and still walks it", (_, schema) => {
    expect(schemaLeaves(schema)).toEqual([
      { path: [], item: undefined, problem: "open-object" },
      { path: ["a"], item: "x" },
    ]);
  });

  test("walks a schema of the whole of zod as well", () => {
    const schema = zod.strictObject({ a: item(zod.string(), "x") });

    expect(schemaLeaves(schema)).toEqual([{ path: ["a"], item: "x" }]);
  });
});
