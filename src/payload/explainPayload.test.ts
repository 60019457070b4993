import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  crash,
  explainCrash,
  explainStatistics,
  lines,
  statistics,
} from "../../test/support/explained.ts";
import { crashReport, item, nilUuid, serverStatistics } from "../policy/index.ts";
import { explainPayload } from "./explainPayload.ts";
import type { Json } from "./serializePayload.ts";

describe("a payload as its schema has it", () => {
  test("is disclosed whole, the crash report in three items", () => {
    expect(explainCrash(crash)).toEqual([
      "disclosed version version",
      "disclosed libraries.0.name libraries",
      "disclosed libraries.0.version libraries",
      "disclosed stackTrace.process stack-trace",
      "disclosed stackTrace.signal stack-trace",
      "disclosed stackTrace.addresses.0.address stack-trace",
      "disclosed stackTrace.addresses.0.library stack-trace",
      "disclosed stackTrace.addresses.1.address stack-trace",
    ]);
  });

  test("is disclosed whole, the statistics in four items", () => {
    expect(explainStatistics(statistics)).toEqual([
      "disclosed id pseudonym",
      "disclosed distribution.name distribution",
      "disclosed distribution.version distribution",
      "disclosed version version",
      "disclosed services.0.name services",
      "disclosed services.0.version services",
    ]);
  });

  test("carries each value at its place", () => {
    expect(explainPayload(crashReport, { ...crash, libraries: [] })[0]).toEqual({
      path: ["version"],
      status: "disclosed",
      item: "version",
      value: "0.1.0",
    });
  });

  test.each([
    ["the nil UUID before consent", { ...statistics, id: nilUuid }],
    [
      "no version of a rolling distribution",
      { ...statistics, distribution: { name: "Arch Linux", version: null } },
    ],
    ["no service", { ...statistics, services: [] }],
  ])("may have %s", (_, value) => {
    expect(explainStatistics(value)).toSatisfy((all: string[]) =>
      all.every((line) => line.startsWith("disclosed")),
    );
  });
});

describe("what an item promises", () => {
  test.each([
    ["version", "absent version version"],
    ["libraries", "absent libraries libraries"],
    ["stackTrace", "absent stackTrace stack-trace"],
  ])("is absent when %s is missing", (name, line) => {
    const value = Object.fromEntries(
      Object.entries(crash).filter(([key]) => key !== name),
    );

    expect(explainCrash(value)).toContain(line);
  });

  test("is absent when a place inside it is missing", () => {
    const stackTrace = { process: "server", addresses: [{ library: "libc.so.6" }] };

    expect(explainCrash({ ...crash, stackTrace })).toEqual(
      expect.arrayContaining([
        "absent stackTrace.signal stack-trace",
        "absent stackTrace.addresses.0.address stack-trace",
      ]),
    );
  });

  test("is not absent where the library of an address is left out", () => {
    const stackTrace = { ...crash.stackTrace, addresses: [{ address: "0x1" }] };

    expect(explainCrash({ ...crash, stackTrace }).join()).not.toMatch(/absent/);
  });

  test("is absent where a version is missing that may be null", () => {
    const value = { ...statistics, distribution: { name: "Arch Linux" } };

    expect(explainStatistics(value)).toContain(
      "absent distribution.version distribution",
    );
  });
});

describe("an item's value that its schema refuses", () => {
  const trace = crash.stackTrace;

  test.each([
    ["version", { ...crash, version: 1 }],
    ["version", { ...crash, version: null }],
    ["version", { ...crash, version: "of /home/jane" }],
    ["libraries", { ...crash, libraries: "openssl" }],
    ["libraries", { ...crash, libraries: {} }],
    ["libraries.0", { ...crash, libraries: ["openssl"] }],
    ["libraries.0.name", { ...crash, libraries: [{ name: "/usr/a", version: "1" }] }],
    ["stackTrace", { ...crash, stackTrace: [] }],
    ["stackTrace", { ...crash, stackTrace: null }],
    ["stackTrace.process", { ...crash, stackTrace: { ...trace, process: "php" } }],
    ["stackTrace.signal", { ...crash, stackTrace: { ...trace, signal: 6.5 } }],
    ["stackTrace.signal", { ...crash, stackTrace: { ...trace, signal: 65 } }],
    ["stackTrace.signal", { ...crash, stackTrace: { ...trace, signal: 0 } }],
    [
      "stackTrace.addresses.0.address",
      { ...crash, stackTrace: { ...trace, addresses: [{ address: "12ab" }] } },
    ],
    [
      "stackTrace.addresses.0.library",
      {
        ...crash,
        stackTrace: { ...trace, addresses: [{ address: "0x1", library: "/a.so" }] },
      },
    ],
  ])("is unexpected at %s (%#)", (path, value) => {
    const strange = explainCrash(value).filter((line) => !line.startsWith("disclosed"));

    expect(strange).toEqual([expect.stringContaining(`unexpected ${path} `)]);
  });

  test.each([
    ["id", { ...statistics, id: "8c0f6c1e-3f52-1f6e-9d0a-2b1c3d4e5f60" }],
    ["id", { ...statistics, id: "8c0f6c1e-3f52-4f6e-7d0a-2b1c3d4e5f60" }],
    ["id", { ...statistics, id: `${nilUuid}0` }],
    ["id", { ...statistics, id: null }],
    ["distribution.name", { ...statistics, distribution: { name: null, version: null } }],
    [
      "distribution.name",
      { ...statistics, distribution: { name: "a\u202eb", version: null } },
    ],
    ["distribution", { ...statistics, distribution: "Debian 12" }],
    ["services.0.name", { ...statistics, services: [{ name: "a b", version: "1" }] }],
  ])("is unexpected at %s of the statistics (%#)", (path, value) => {
    const strange = explainStatistics(value).filter((it) => !it.startsWith("disclosed"));

    expect(strange).toEqual([expect.stringContaining(`unexpected ${path} `)]);
  });

  test.each([null, 1, "x", [], [crash]])("is unexpected as a whole: %j", (value) => {
    expect(explainCrash(value)).toEqual(["unexpected "]);
  });
});

test("no value whatever is taken for disclosed whole, unless the schema accepts it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const places = explainPayload(serverStatistics, value as Json);
      const clean = places.every(({ status }) => status === "disclosed");
      expect(clean).toBe(z.safeParse(serverStatistics, value).success);
    }),
  );
});

describe("a value that is refused as a whole", () => {
  const schema = z.strictObject({
    few: item(z.array(z.string()).check(z.minLength(1), z.maxLength(1)), "few"),
    pair: item(
      z
        .strictObject({ low: z.number(), high: z.number() })
        .check(z.refine(({ low, high }) => low <= high)),
      "pair",
    ),
  });
  const found = (value: Json) => lines(explainPayload(schema, value));

  test("is unexpected, and what it holds is still told", () => {
    expect(found({ few: ["a", "b"], pair: { low: 2, high: 1 } })).toEqual([
      "disclosed few.0 few",
      "disclosed few.1 few",
      "unexpected few few",
      "disclosed pair.low pair",
      "disclosed pair.high pair",
      "unexpected pair pair",
    ]);
  });

  test("is one place where it holds nothing", () => {
    expect(found({ few: [], pair: { low: 1, high: 1 } })).toEqual([
      "unexpected few few",
      "disclosed pair.low pair",
      "disclosed pair.high pair",
    ]);
  });
});
