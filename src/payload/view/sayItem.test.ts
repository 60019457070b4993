import { expect, test } from "vitest";
import { createWords } from "../../i18n/createWords.ts";
import {
  buildDocument,
  crashReport,
  type Language,
  liveConfigPolicy,
  serverStatistics,
} from "../../policy/index.ts";
import { nilUuid } from "../../policy/nilUuid.ts";
import type { Schema } from "../../policy/schemaNode.ts";
import { crashSample, statistics } from "../../testing/index.ts";
import { explainPayload, type Json } from "../index.ts";
import { contentOf, sayItem } from "./sayItem.ts";

interface Saying {
  readonly language?: Language;
  readonly hasPlaceholder?: boolean;
}

function say(
  schema: Schema,
  payload: Json,
  id: string,
  { language = "en", hasPlaceholder = false }: Saying = {},
) {
  const { t } = createWords(language);
  const item = buildDocument(liveConfigPolicy(), language)
    .cards.flatMap(({ items }) => items)
    .find((found) => found.id === id);
  if (!item) throw new Error(`There is no item ${id}.`);
  const { text, count } = sayItem(
    contentOf(explainPayload(schema, payload), item),
    item,
    {
      words: (key, values) => t(key, { ...values }),
      format: (number) => number.toLocaleString("de-DE"),
      hasPlaceholder,
    },
  );
  return count === undefined ? text : `${text} (${count})`;
}

const trace = (addresses: Json) => ({
  ...crashSample,
  stackTrace: { process: "client", signal: 6, addresses },
});

test("a stack trace is told by its fields, and its addresses are counted", () => {
  const addresses = [
    { address: "0x1", library: "libc.so.6" },
    { address: "0x2" },
    { address: "0x3" },
  ];

  expect(say(crashReport, trace(addresses), "stack-trace", { language: "de" })).toBe(
    "Prozess client, Signal 6 – SIGABRT, 3 Adressen",
  );
  expect(say(crashReport, trace(addresses.slice(0, 1)), "stack-trace")).toMatch(
    /, addresses: 1$/,
  );
  expect(say(crashReport, trace([]), "stack-trace")).toMatch(/, 0 addresses$/);
  const many = Array.from({ length: 10_000 }, () => ({ address: "0x1" }));
  expect(say(crashReport, trace(many), "stack-trace")).toMatch(/, 10\.000 addresses$/);
});

test("of a long list the first entries are told, and how many there are", () => {
  const services = Array.from({ length: 21 }, (_, index) => ({
    name: `lib${index}`,
    version: "1.0.0",
  }));

  expect(say(serverStatistics, { ...statistics, services }, "services")).toBe(
    "lib0 1.0.0, lib1 1.0.0 (21)",
  );
});

test("an empty list, a lack of a value and an empty text are told as such", () => {
  expect(say(serverStatistics, { ...statistics, services: [] }, "services")).toBe("none");
  const distribution = { name: "Arch Linux", version: null };
  expect(say(serverStatistics, { ...statistics, distribution }, "distribution")).toBe(
    "Arch Linux no version",
  );
  expect(say(serverStatistics, { ...statistics, version: "" }, "version")).toBe("empty");
});

test("an item that is not there is told as missing, and not as none", () => {
  expect(say(serverStatistics, { version: "0.1.0" }, "services")).toBe("missing");
});

test("zeros stand for a UUID that is made later only where they should", () => {
  const payload = { ...statistics, id: nilUuid };

  expect(say(serverStatistics, payload, "pseudonym", { hasPlaceholder: true })).toBe(
    "made only when consent is given",
  );
  expect(say(serverStatistics, payload, "pseudonym")).toBe(nilUuid);
});

test("a name that is far too long is cut", () => {
  const distribution = { name: "Linux".repeat(1_000), version: "12" };

  const said = say(serverStatistics, { ...statistics, distribution }, "distribution");

  expect(said.length).toBeLessThan(150);
  expect(said).toMatch(/^Linux.*…$/);
});
