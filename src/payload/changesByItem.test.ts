import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { crashReport, item, serverStatistics } from "../policy/index.ts";
import { crashSample, statistics } from "../testing/index.ts";
import { changesByItem, type ItemChange } from "./changesByItem.ts";
import type { Json } from "./serializePayload.ts";

function statisticsChanges(after: Json): readonly string[] {
  const schema = serverStatistics;
  return told(changesByItem({ value: statistics, schema }, { value: after, schema }));
}

/** One line for each entry: its item, kind, name and what differs in it. */
function told(changes: readonly ItemChange[]): readonly string[] {
  return changes.flatMap(({ item: id, entries }) =>
    entries.map(({ kind, name, differences }) =>
      [
        id ?? "none",
        kind,
        name ?? "-",
        ...differences.map((one) => {
          const was = one.kind === "added" ? "" : JSON.stringify(one.before.value);
          const is = one.kind === "removed" ? "" : JSON.stringify(one.after.value);
          return `${was}>${is}`;
        }),
      ].join(" "),
    ),
  );
}

describe("what changed in the statistics", () => {
  const [first, ...others] = statistics.services;
  if (!first) throw new Error("The fixture has no services.");

  test("is nothing where nothing did", () => {
    expect(statisticsChanges(structuredClone(statistics))).toEqual([]);
  });

  test("is a version of a service that has the same name", () => {
    const after = { ...statistics, services: [{ ...first, version: "9.9" }, ...others] };

    expect(statisticsChanges(after)).toEqual([
      `services changed ${first.name} ${JSON.stringify(first.version)}>"9.9"`,
    ]);
  });

  test("is a service more, and one less", () => {
    const after = {
      ...statistics,
      services: [{ name: "redis", version: "7.0" }, ...others],
    };

    expect(statisticsChanges(after)).toEqual([
      `services removed ${first.name} ${JSON.stringify(first.name)}> ${JSON.stringify(first.version)}>`,
      'services added redis >"redis" >"7.0"',
    ]);
  });

  test("is what came into a list that was empty, and not the emptiness", () => {
    const schema = serverStatistics;
    const empty = { ...statistics, services: [] };
    const one = { ...statistics, services: [{ name: "redis", version: "7.0" }] };
    const entry = '"redis"';

    expect(told(changesByItem({ value: empty, schema }, { value: one, schema }))).toEqual(
      [`services added redis >${entry} >"7.0"`],
    );
    expect(told(changesByItem({ value: one, schema }, { value: empty, schema }))).toEqual(
      [`services removed redis ${entry}> "7.0">`],
    );
  });

  test("belongs to no item where none tells of it", () => {
    expect(statisticsChanges({ ...statistics, host: { name: "a" } })).toEqual([
      'none added a >"a"',
    ]);
  });

  test("tells what stands in one object under each of its items", () => {
    const after = { ...statistics, id: "1", version: "9" };

    expect(statisticsChanges(after)).toEqual([
      `pseudonym changed - ${JSON.stringify(statistics.id)}>"1"`,
      `version changed - ${JSON.stringify(statistics.version)}>"9"`,
    ]);
  });
});

test("an address that lost its library is the same address", () => {
  const schema = crashReport;
  const [first, ...others] = crashSample.stackTrace.addresses;
  const after = {
    ...crashSample,
    stackTrace: {
      ...crashSample.stackTrace,
      addresses: [{ address: first?.address ?? "" }, ...others],
    },
  };

  expect(
    told(changesByItem({ value: crashSample, schema }, { value: after, schema })),
  ).toEqual([`stack-trace changed - ${JSON.stringify(first?.library)}>`]);
});

test("a word in a list comes and goes alone", () => {
  const schema = z.strictObject({ words: item(z.array(z.string()), "words") });

  expect(
    told(
      changesByItem(
        { value: { words: ["a"] }, schema },
        { value: { words: ["a", "b"] }, schema },
      ),
    ),
  ).toEqual(['words added - >"b"']);
});
