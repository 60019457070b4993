import { describe, expect, test } from "vitest";
import { sectionOf, sentencesOf } from "../../../test/support/sentences.ts";
import { buildDocument } from "../buildDocument.ts";
import { diagnosePolicy } from "../diagnose/diagnosePolicy.ts";
import { plainText } from "../document.ts";
import { languages } from "../language.ts";
import { consentActivities, type Settings } from "../policy.ts";
import { schemaLeaves } from "../schemaLeaves.ts";
import { crashReport } from "./crashReport.ts";
import { liveConfigPolicy } from "./liveConfigPolicy.ts";

const policy = liveConfigPolicy();

/** Every leaf of the two payloads, with the item that tells it (facts C3–C5, S2, S4–S6). */
const leaves = {
  "crash-reports": [
    ["version", "version"],
    ["libraries.*.name", "libraries"],
    ["libraries.*.version", "libraries"],
    ["stackTrace.process", "stack-trace"],
    ["stackTrace.signal", "stack-trace"],
    ["stackTrace.addresses.*.address", "stack-trace"],
    ["stackTrace.addresses.*.library", "stack-trace"],
  ],
  "server-statistics": [
    ["id", "pseudonym"],
    ["distribution.name", "distribution"],
    ["distribution.version", "distribution"],
    ["version", "version"],
    ["services.*.name", "services"],
    ["services.*.version", "services"],
  ],
} as const;

describe.each(consentActivities(policy))("the activity $id", ({ id, schema, items }) => {
  test("collects exactly what the facts list, each value under its item", () => {
    const found = schemaLeaves(schema).map(({ path, item }) => [path.join("."), item]);

    expect(found).toEqual(leaves[id as keyof typeof leaves]);
  });

  test("uses every item that it declares", () => {
    const used = new Set(schemaLeaves(schema).map(({ item }) => item));

    expect([...used].sort()).toEqual(Object.keys(items).sort());
  });

  test.each(languages)(
    "tells each item in one place of its own section in %s",
    (language) => {
      const { sections } = buildDocument(policy, language);
      const told = sections.flatMap((section) =>
        sentencesOf(section.blocks).flatMap(({ items: ids }) =>
          ids.map((item) => `${section.anchor} ${item}`),
        ),
      );

      for (const item of Object.keys(items)) {
        expect(told.filter((place) => place === `${id} ${item}`)).toHaveLength(1);
      }
    },
  );
});

test.each(languages)(
  "in %s what is a list in the facts is a list, in their order",
  (language) => {
    const document = buildDocument(policy, language);
    const bullets = (anchor: string) =>
      sectionOf(document, anchor).blocks.flatMap((block) =>
        block.type === "list" ? block.entries.map(({ items }) => items) : [],
      );

    expect(bullets("license")).toEqual([]);
    expect(bullets("crash-reports")).toEqual([
      ["version"],
      ["libraries"],
      ["stack-trace"],
    ]);
    expect(bullets("server-statistics")).toEqual([
      ["distribution"],
      ["version"],
      ["services"],
    ]);
  },
);

test.each(languages)("in %s a list follows its introduction", (language) => {
  for (const { id } of consentActivities(policy)) {
    const { blocks } = sectionOf(buildDocument(policy, language), id);
    const list = blocks.findIndex(({ type }) => type === "list");

    expect(sentencesOf(blocks.slice(list - 1, list)).map(plainText)).toEqual([
      expect.stringMatching(/:$/),
    ]);
  }
});

test("the UUID is told in the sentence of S2", () => {
  const { blocks } = sectionOf(buildDocument(policy, "en"), "server-statistics");
  const told = sentencesOf(blocks).filter(({ items }) => items.includes("pseudonym"));

  expect(told.map(({ anchor }) => anchor)).toEqual(["server-statistics.pseudonym"]);
});

test("one bullet covers process, signal, addresses and library", () => {
  const covered = schemaLeaves(crashReport)
    .filter(({ item }) => item === "stack-trace")
    .map(({ path }) => path.at(-1));

  expect(covered).toEqual(["process", "signal", "address", "library"]);
});

test("a crash report names nobody, statistics work under a pseudonym", () => {
  expect(
    consentActivities(policy).map(({ id, identification, schedule }) => [
      id,
      identification,
      schedule,
    ]),
  ).toEqual([
    ["crash-reports", "none", "event"],
    ["server-statistics", "pseudonym", "monthly"],
  ]);
});

test.each(languages)("product and vendor are settings, everywhere in %s", (language) => {
  const other = liveConfigPolicy({
    product: "Acme Panel",
    vendor: { de: "Acme & Söhne", en: "Acme & Sons" },
  });
  const text = JSON.stringify(buildDocument(other, language));

  expect(text).toContain("Acme Panel");
  expect(text).toContain(language === "de" ? "Acme & Söhne" : "Acme & Sons");
  expect(text).not.toContain("LiveConfig");
  expect(text).not.toContain("{{");
});

const given = { de: "deutscher Wert", en: "English value" };

const settings: Readonly<
  Record<string, { readonly settings: Settings; readonly anchors: readonly string[] }>
> = {
  controller: { settings: { controller: given }, anchors: ["general.controller"] },
  contact: { settings: { contact: given }, anchors: ["general.contact"] },
  authority: { settings: { authority: given }, anchors: ["general.authority"] },
  logRetention: { settings: { logRetention: given }, anchors: ["general.logRetention"] },
  purpose: {
    settings: { purpose: { "crash-reports": given } },
    anchors: ["crash-reports.purpose", "crash-reports.purpose"],
  },
  retention: {
    settings: { retention: { "server-statistics": given } },
    anchors: ["server-statistics.retention", "server-statistics.retention"],
  },
};

/** Every row of the page and then of the cards. */
function rowsOf(options: Settings, language: (typeof languages)[number]) {
  const document = buildDocument(liveConfigPolicy({ settings: options }), language);
  const blocks = [
    document.introduction,
    ...document.sections.map((it) => it.blocks),
  ].flat();
  return [
    ...blocks.flatMap((block) => (block.type === "rows" ? block.rows : [])),
    ...document.cards.flatMap((card) => card.rows),
  ];
}

describe.each(languages)("a setting in %s", (language) => {
  test.each(Object.entries(settings))("%s has its row only when given", (_, given_) => {
    const before = new Set(rowsOf({}, language).map(({ anchor }) => anchor));
    const after = rowsOf(given_.settings, language);
    const added = after.filter(({ anchor }) => !before.has(anchor));

    expect(added.map(({ anchor }) => anchor)).toEqual(given_.anchors);
    for (const { values } of added) {
      expect(values.map(plainText)).toEqual([given[language]]);
    }
  });
});

describe("the notices of the built-in policy", () => {
  const notices = (options: Settings) =>
    diagnosePolicy(liveConfigPolicy({ settings: options })).map(
      ({ code, level, subject }) => `${level} ${code} ${subject}`,
    );

  test("name every setting that is not given", () => {
    expect(notices({})).toEqual([
      "notice purpose-missing crash-reports",
      "notice retention-missing crash-reports",
      "notice purpose-missing server-statistics",
      "notice retention-missing server-statistics",
      "notice controller-missing settings",
      "notice contact-missing settings",
      "notice authority-missing settings",
      "notice log-retention-missing settings",
    ]);
  });

  test("are gone when all is given", () => {
    const each = { "crash-reports": given, "server-statistics": given };
    const all = {
      controller: given,
      contact: given,
      authority: given,
      logRetention: given,
      purpose: each,
      retention: each,
    };

    expect(notices(all)).toEqual([]);
  });
});
