import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffPayloads } from "./diffPayloads.ts";
import type { Json } from "./serializePayload.ts";

const statistics = {
  distribution: { name: "Debian GNU/Linux", version: "12" },
  services: [
    { name: "nginx", version: "1.22.1" },
    { name: "postfix", version: "3.7.11" },
  ],
};

/** A difference as a line. */
function lines(before: Json, after: Json): readonly string[] {
  return diffPayloads(before, after).map((found) => {
    const was = "before" in found ? found.before : undefined;
    const is = "after" in found ? found.after : undefined;
    const say = (side: typeof was) =>
      `${side?.path.join(".")}=${JSON.stringify(side?.value)}`;
    return [found.kind, ...[was, is].filter((side) => side !== undefined).map(say)].join(
      " ",
    );
  });
}

/** Every leaf of a value by its path, found in another way than the function does. */
function leaves(value: Json): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  const visit = (at: Json, path: readonly (string | number)[]) => {
    if (typeof at !== "object" || at === null) return found.set(JSON.stringify(path), at);
    const entries: readonly (readonly [string | number, Json | undefined])[] =
      Array.isArray(at) ? [...at.entries()] : Object.entries(at);
    if (entries.length === 0) return found.set(JSON.stringify(path), at);
    for (const [key, child] of entries) visit(child ?? null, [...path, key]);
    return found;
  };
  visit(value, []);
  return found;
}

/** Without `name`, everything is matched by its path. */
const nameless = fc
  .jsonValue()
  .filter((value) => !JSON.stringify(value).includes('"name"'))
  .map((value) => value as Json);

/** Two values that share much. */
const related = fc
  .tuple(
    fc.jsonValue({ maxDepth: 3 }),
    fc.array(fc.tuple(fc.nat(), nameless), { maxLength: 4 }),
  )
  .filter(([value]) => !JSON.stringify(value).includes('"name"'))
  .map(([value, changes]) => {
    const texts = changes.reduce((text, [at, more]) => {
      const all = [
        ...text.matchAll(/"(?:[^"\\]|\\.)*"(?!:)|\d+|null|true|false|\[\]|\{\}/g),
      ];
      const chosen = all[at % Math.max(all.length, 1)];
      if (!chosen) return text;
      const next =
        text.slice(0, chosen.index) +
        JSON.stringify(more) +
        text.slice(chosen.index + chosen[0].length);
      try {
        JSON.parse(next);
        return next;
      } catch {
        return text;
      }
    }, JSON.stringify(value));
    return [
      JSON.parse(JSON.stringify(value)) as Json,
      JSON.parse(texts) as Json,
    ] as const;
  });

describe("the difference of two payloads", () => {
  test("names every leaf that differs and no other", () => {
    fc.assert(
      fc.property(fc.oneof(related, fc.tuple(nameless, nameless)), ([before, after]) => {
        const was = leaves(before);
        const is = leaves(after);
        const same = (key: string) =>
          was.has(key) &&
          is.has(key) &&
          (Object.is(was.get(key), is.get(key)) ||
            (JSON.stringify(was.get(key)) === JSON.stringify(is.get(key)) &&
              typeof was.get(key) === "object"));
        const found = diffPayloads(before, after);
        const named = (side: "before" | "after") =>
          found.flatMap((one) =>
            side in one ? [JSON.stringify(Reflect.get(one, side).path)] : [],
          );

        expect(named("before").sort()).toEqual(
          [...was.keys()].filter((key) => !same(key)).sort(),
        );
        expect(named("after").sort()).toEqual(
          [...is.keys()].filter((key) => !same(key)).sort(),
        );
        for (const one of found) {
          if (one.kind === "changed") expect(one.before.path).toEqual(one.after.path);
          if ("before" in one) {
            expect(was.get(JSON.stringify(one.before.path))).toEqual(one.before.value);
          }
          if ("after" in one) {
            expect(is.get(JSON.stringify(one.after.path))).toEqual(one.after.value);
          }
        }
      }),
    );
  });

  test("of a value with itself is nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(diffPayloads(value as Json, structuredClone(value) as Json)).toEqual([]);
      }),
    );
  });

  test("is the same the other way round, with added and removed changed over", () => {
    const other = { added: "removed", removed: "added", changed: "changed" } as const;
    fc.assert(
      fc.property(
        fc.oneof(related, fc.tuple(fc.jsonValue(), fc.jsonValue())),
        ([one, two]) => {
          const there = diffPayloads(one as Json, two as Json);
          const back = diffPayloads(two as Json, one as Json);

          expect(there.map(({ kind }) => kind).sort()).toEqual(
            back.map(({ kind }) => other[kind]).sort(),
          );
        },
      ),
    );
  });

  test.each<[string, Json, Json, string[]]>([
    [
      "a version",
      statistics,
      {
        ...statistics,
        services: [
          { name: "nginx", version: "1.24.0" },
          { name: "postfix", version: "3.7.11" },
        ],
      },
      ['changed services.0.version="1.22.1" services.0.version="1.24.0"'],
    ],
    [
      "a service before the others",
      statistics,
      {
        ...statistics,
        services: [{ name: "mariadb", version: "10" }, ...statistics.services],
      },
      ['added services.0.name="mariadb"', 'added services.0.version="10"'],
    ],
    [
      "a service less",
      statistics,
      { ...statistics, services: statistics.services.slice(1) },
      ['removed services.0.name="nginx"', 'removed services.0.version="1.22.1"'],
    ],
    [
      "no services any more",
      { services: [{ name: "nginx" }] },
      { services: [] },
      ['removed services.0.name="nginx"', "added services=[]"],
    ],
    [
      "two of one name",
      [
        { name: "a", v: 1 },
        { name: "a", v: 2 },
      ],
      [
        { name: "a", v: 1 },
        { name: "a", v: 3 },
      ],
      ["changed 1.v=2 1.v=3"],
    ],
    [
      "addresses, which have no names",
      [{ address: "0x1" }, { address: "0x2" }],
      [{ address: "0x2" }],
      ['changed 0.address="0x1" 0.address="0x2"', 'removed 1.address="0x2"'],
    ],
    ["a leaf that becomes a list", { a: 1 }, { a: [1] }, ["removed a=1", "added a.0=1"]],
    ["null and nothing", { a: null }, {}, ["removed a=null", "added ={}"]],
    ["a minus before a zero", JSON.parse("-0") as Json, 0, ["changed =0 =0"]],
    [
      "__proto__",
      JSON.parse('{"__proto__": 1, "b": 1}') as Json,
      { b: 1 },
      ["removed __proto__=1"],
    ],
  ])("tells of %s", (_, before, after, expected) => {
    expect(lines(before, after)).toEqual(expected);
  });

  test("is blind to the order of what has names", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ name: fc.string(), v: fc.nat() }), {
          selector: ({ name }) => name,
        }),
        (list) => {
          expect(diffPayloads(list, list.toReversed())).toEqual([]);
        },
      ),
    );
  });

  test("may go as deep as a text is long", () => {
    const deep = (end: string) =>
      JSON.parse("[".repeat(100_000) + end + "]".repeat(100_000)) as Json;

    expect(diffPayloads(deep("1"), deep("2"))).toHaveLength(1);
  });
});
