import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import { buildDocument } from "./buildDocument.ts";
import { buildPage } from "./buildPage.ts";
import { liveConfigPolicy } from "./builtIn/liveConfigPolicy.ts";
import { policyInForce } from "./demo/referencePolicy.ts";
import { diagnosePolicy } from "./diagnose/diagnosePolicy.ts";
import { joinCell, plainText, type Sentence } from "./document.ts";
import { type Language, languages } from "./language.ts";
import type { Policy } from "./policy.ts";
import { policyText } from "./policyText.ts";

const words = (sentences: readonly Sentence[]) => sentences.map(plainText);

/** The cells of the summary, by activity. */
function cellsOf(policy: Policy, language: Language) {
  const { rows } = buildPage(policy, language).summary;
  return Object.fromEntries(
    rows.map(({ activity, cells }) => [activity, cells.map(words)]),
  );
}

test.each([
  ["de", "Fassung vom 24. Juli 2025"],
  ["en", "Last updated: 24 July 2025"],
] as const)("the page states its day in words, in %s", (language, day) => {
  const { issued } = buildPage(liveConfigPolicy(), language);

  expect(plainText(issued)).toBe(day);
  expect(issued.content).toContainEqual(
    expect.objectContaining({ type: "time", dateTime: "2025-07-24" }),
  );
});

test.each(languages)(
  "the contents lead to every section, in order, in %s",
  (language) => {
    const page = buildPage(policyInForce("2026-04-01"), language);

    expect(page.contents.entries).toEqual([
      ...page.sections.map(({ anchor, heading }) => ({ anchor, heading })),
      { anchor: "older", heading: page.older?.heading },
    ]);
  },
);

describe.each(languages)("the summary in %s", (language) => {
  const { cards, sections } = buildDocument(liveConfigPolicy(), language);
  const notStated = { de: "Nicht angegeben.", en: "Not stated." }[language];
  const sentence = (anchor: string) => {
    const all = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "paragraph" ? block.sentences : [])),
    );
    return words(all.filter((it) => it.anchor === anchor));
  };
  const cardRow = (activity: string, name: string) =>
    words(
      cards
        .find((card) => card.activity === activity)
        ?.rows.find(({ anchor }) => anchor === `${activity}.card.${name}`)?.values ?? [],
    );

  test("has a row for each activity, under its heading", () => {
    const { rows } = buildPage(liveConfigPolicy(), language).summary;

    expect(rows.map(({ heading }) => heading)).toEqual(
      sections
        .filter(({ kind }) => kind === "contract" || kind === "consent")
        .map(({ heading }) => heading),
    );
  });

  test("says in the policy's own words when, how identifiable and how long", () => {
    const cells = cellsOf(liveConfigPolicy(), language);

    for (const activity of ["crash-reports", "server-statistics"]) {
      expect(cells[activity]?.slice(1, 3)).toEqual([
        cardRow(activity, "frequency"),
        cardRow(activity, "identification"),
      ]);
    }
    expect(cells["crash-reports"]?.[3]).toEqual([notStated]);
    expect(cells["server-statistics"]?.[3]).toEqual([
      notStated,
      ...sentence("server-statistics.deletion"),
    ]);
    expect(cells.license?.slice(1)).toEqual([
      [...sentence("license.activation"), ...sentence("license.renewal")],
      sentence("license.logged"),
      [...sentence("license.stored"), ...sentence("license.misuse")],
    ]);
  });

  test("names the contract or consent as what it rests on", () => {
    const cells = cellsOf(liveConfigPolicy(), language);
    const [contract, consent] = {
      de: ["Vertrag", "Einwilligung"],
      en: ["Contract", "Consent"],
    }[language] as [string, string];

    expect(Object.values(cells).map(([basis]) => basis)).toEqual([
      [contract],
      [consent],
      [consent],
    ]);
  });

  test("has the time that the vendor states", () => {
    const stated = { de: "90 Tage", en: "90 days" };
    const policy = liveConfigPolicy({
      settings: { retention: { "crash-reports": stated, "server-statistics": stated } },
    });

    expect(cellsOf(policy, language)["crash-reports"]?.[3]).toEqual([stated[language]]);
    expect(cellsOf(policy, language)["server-statistics"]?.[3]?.[0]).toBe(
      stated[language],
    );
  });

  test("says of another product only what its policy says", () => {
    expect(cellsOf(otherPolicy, language)).toEqual({
      "update-check": [
        [{ de: "Einwilligung", en: "Consent" }[language]],
        [{ de: "Bei jeder Suche.", en: "With each look." }[language]],
        [{ de: "Keine.", en: "None." }[language]],
        [notStated],
      ],
    });
  });

  test("points at the section where a contract's policy names no sentences for it", () => {
    const policy: Policy = {
      ...liveConfigPolicy(),
      activities: [
        {
          id: "license",
          basis: "contract",
          blocks: [{ type: "paragraph", sentences: ["activation"] }],
        },
      ],
    };
    const inSection = {
      de: "Steht im Abschnitt „Lizenz/Aktivierung“.",
      en: "Told in the section “Licence/activation”.",
    }[language];

    expect(cellsOf(policy, language).license?.slice(1)).toEqual([
      [inSection],
      [inSection],
      [inSection],
    ]);
  });

  test("is no part of the text that a person agrees to", () => {
    const text = policyText(liveConfigPolicy(), language);
    const { summary, contents } = buildPage(liveConfigPolicy(), language);

    expect(text).not.toContain(summary.caption);
    expect(text).not.toContain(notStated);
    expect(text).not.toContain(contents.label);
  });
});

test("a setting that is no sentence is set apart from the sentence after it", () => {
  const stated = { de: "90 Tage", en: "90 days" };
  const { summary } = buildPage(
    liveConfigPolicy({ settings: { retention: { "server-statistics": stated } } }),
    "en",
  );

  expect(joinCell(summary.rows[2]?.cells[3] ?? [], plainText)).toMatch(
    /^90 days · When consent is withdrawn, /,
  );
  expect(joinCell(summary.rows[0]?.cells[1] ?? [], plainText)).toMatch(
    /licence server\. To renew a licence/,
  );
});

test("a sentence that the summary names and no paragraph tells is found", () => {
  const policy: Policy = {
    ...liveConfigPolicy(),
    activities: [
      {
        id: "license",
        basis: "contract",
        blocks: [{ type: "paragraph", sentences: ["activation"] }],
        summary: { retention: ["nowhere"] },
      },
    ],
  };

  expect(
    diagnosePolicy(policy)
      .filter(({ level }) => level === "error")
      .map(({ code, subject }) => `${code} ${subject}`),
  ).toEqual(["sentence-not-told license.summary.retention: nowhere"]);
});
