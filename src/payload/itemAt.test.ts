import { expect, test } from "vitest";
import * as z from "zod/mini";
import { crashReport, item, serverStatistics } from "../policy/index.ts";
import { crashSample, statistics } from "../testing/index.ts";
import { explainPayload } from "./explainPayload.ts";
import { itemAt } from "./itemAt.ts";

test.each([
  [crashReport, crashSample],
  [serverStatistics, statistics],
])("says of every value of a payload what its explanation says", (schema, payload) => {
  for (const { path, item: id } of explainPayload(schema, payload)) {
    expect(itemAt(schema, path)).toBe(id);
  }
});

test("finds an item inside and outside of what may be absent or null", () => {
  const schema = z.strictObject({
    a: z.optional(item(z.string(), "inside")),
    b: item(z.nullable(z.strictObject({ c: z.string() })), "outside"),
  });

  expect([itemAt(schema, ["a"]), itemAt(schema, ["b", "c"])]).toEqual([
    "inside",
    "outside",
  ]);
});

test.each([[["x"]], [["services", 0, "x"]], [["__proto__"]]])(
  "finds none at %j",
  (path) => {
    expect(itemAt(serverStatistics, path)).toBeUndefined();
  },
);
