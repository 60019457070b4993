import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { crash, explainCrash, lines, statistics } from "../../test/support/explained.ts";
import { crashReport, item, serverStatistics } from "../policy/index.ts";
import { explainPayload } from "./explainPayload.ts";
import type { Json } from "./serializePayload.ts";

describe("what no item discloses", () => {
  /** Every object of a value, by its path. */
  function objectPaths(value: unknown, path: readonly string[] = []): string[][] {
    if (typeof value !== "object" || value === null) return [];
    return [
      ...(Array.isArray(value) ? [] : [[...path]]),
      ...Object.entries(value).flatMap(([key, child]) =>
        objectPaths(child, [...path, key]),
      ),
    ];
  }

  /** The same value with one member more; like JSON.parse, it makes `__proto__` a member. */
  function inject(value: unknown, path: readonly string[], key: string, more: Json) {
    const copy = structuredClone(value);
    const target = path.reduce((at, part) => Reflect.get(Object(at), part), copy);
    Object.defineProperty(target, key, { value: more, enumerable: true });
    return copy as Json;
  }

  const key = fc.oneof(
    fc.constantFrom(
      "__proto__",
      "constructor",
      "toString",
      "host",
      "Version",
      "ıd",
      "version",
      "name",
    ),
    fc.string(),
  );

  test.each([
    ["crash report", crashReport, crash],
    ["statistics", serverStatistics, statistics],
  ])("is undisclosed wherever it stands in the %s", (_, schema, value) => {
    const keysAt = (path: readonly string[]) =>
      Object.keys(
        path.reduce<object>((at, part) => Reflect.get(at, part), value as object),
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...objectPaths(value)),
        key,
        fc.jsonValue(),
        (path, name, more) => {
          fc.pre(!keysAt(path).includes(name));
          fc.pre(name !== "library" || !path.includes("addresses"));
          const undisclosed = explainPayload(
            schema,
            inject(value, path, name, more as Json),
          ).filter(({ status }) => status !== "disclosed");

          expect(
            undisclosed.map(({ path: at, status }) => [status, at.map(String)]),
          ).toEqual([["undisclosed", [...path, name]]]);
        },
      ),
    );
  });

  test.each(["__proto__", "constructor", "hasOwnProperty"])(
    "is undisclosed as %s from JSON",
    (name) => {
      const value: unknown = JSON.parse(
        JSON.stringify(crash).replace("{", `{"${name}":{"version":"1.0"},`),
      );

      expect(explainCrash(value)).toContain(`undisclosed ${name}`);
    },
  );

  test("is a leaf that lies under no item", () => {
    const schema = z.strictObject({ a: z.string(), b: item(z.string(), "b") });

    expect(lines(explainPayload(schema, { a: "x", b: "y" }))).toEqual([
      "undisclosed a",
      "disclosed b b",
    ]);
  });

  test.each([
    ["an open object", z.object({ a: item(z.string(), "a") })],
    ["a loose object", z.looseObject({ a: item(z.string(), "a") })],
  ])("is what %s lets through", (_, schema) => {
    expect(lines(explainPayload(schema, { a: "x", b: "y" }))).toEqual([
      "disclosed a a",
      "undisclosed b",
    ]);
  });

  test("is whatever a schema without written-down places holds", () => {
    const schema = item(z.record(z.string(), z.string()), "a");

    expect(lines(explainPayload(schema, { x: "y" }))).toEqual(["undisclosed "]);
  });
});
