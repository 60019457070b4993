import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOfPage } from "../../test/support/sentences.ts";
import { policyInForce } from "./demo/referencePolicy.ts";
import {
  buildDocument,
  difference,
  languages,
  liveConfigPolicy,
  type Policy,
  plainText,
  policyText,
} from "./index.ts";

const policy = liveConfigPolicy();
const demo = {
  first: policyInForce("2025-07-24"),
  item: policyInForce("2026-03-01"),
  spelling: policyInForce("2026-04-01"),
};

/** The sentences of a page by their anchors. */
function told(of: Policy, language: "de" | "en"): ReadonlyMap<string, string> {
  const sentences = sentencesOfPage(buildDocument(of, language));
  return new Map(sentences.map((one) => [one.anchor, plainText(one)]));
}

type Place = readonly [activity: string, sentence: string];

const places: readonly Place[] = [
  ...Object.keys(policy.texts.de.general).map((id): Place => ["general", id]),
  ...Object.entries(policy.texts.de.activities).flatMap(([activity, { sentences }]) =>
    Object.keys(sentences).map((id): Place => [activity, id]),
  ),
];

/** The policy with other words in some places, in both languages. */
function reworded(changes: ReadonlyMap<string, string>): Policy {
  const rewrite = (scope: string, texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).map(([id, text]) => [
        id,
        changes.get(`${scope}.${id}`) ?? text,
      ]),
    );
  const inLanguage = (language: "de" | "en") => {
    const texts = policy.texts[language];
    const activities = Object.entries(texts.activities).map(([id, activity]) => [
      id,
      { ...activity, sentences: rewrite(id, activity.sentences) },
    ]);
    return {
      ...texts,
      general: rewrite("general", texts.general),
      activities: Object.fromEntries(activities),
    };
  };
  return { ...policy, texts: { de: inLanguage("de"), en: inLanguage("en") } };
}

describe.each(languages)("the difference of two policies in %s", (language) => {
  test.each(Object.values(demo))("has nothing for a policy and itself", (same) => {
    expect(difference(same, same, language)).toEqual([]);
  });

  test("names every sentence that differs, and no other", () => {
    const change = fc.tuple(
      fc.constantFrom(...places),
      fc.constantFrom("Anders.", "Sonst.", ""),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (given) => {
        const changes = new Map(given.map(([place, text]) => [place.join("."), text]));
        const other = reworded(changes);
        const [before, after] = [told(policy, language), told(other, language)];
        const differing = [...before.keys()].filter(
          (anchor) => before.get(anchor) !== after.get(anchor),
        );
        const found = difference(policy, other, language);

        expect(found.map(({ anchor }) => anchor).toSorted()).toEqual(
          differing.toSorted(),
        );
        for (const { anchor, before: old, after: now } of found) {
          expect([old, now]).toEqual([before.get(anchor), after.get(anchor)]);
        }
      }),
    );
  });

  test("is empty exactly where the texts are the same", () => {
    const revisions = Object.values(demo);
    for (const [a, b] of revisions.flatMap((a) =>
      revisions.map((b) => [a, b] as const),
    )) {
      const same = policyText(a, language) === policyText(b, language);
      expect(difference(a, b, language).length === 0).toBe(same);
    }
  });

  test("is the same the other way round, with old and new exchanged", () => {
    const there = difference(demo.first, demo.spelling, language);
    const back = difference(demo.spelling, demo.first, language);
    const turned = back.map(({ before, after, ...rest }) => ({
      ...rest,
      before: after,
      after: before,
    }));

    expect(new Set(turned.map((one) => JSON.stringify(one)))).toEqual(
      new Set(
        there.map(({ before, after, ...rest }) =>
          JSON.stringify({ ...rest, before, after }),
        ),
      ),
    );
  });
});

test("an item more is named by its name and by its bullet", () => {
  const found = difference(demo.first, demo.item, "en").filter(
    ({ scope }) => scope !== "status",
  );

  expect(found).toEqual([
    {
      anchor: "server-statistics.architecture",
      scope: "server-statistics",
      kind: "sentence",
      before: undefined,
      after: "the architecture of the processor",
    },
    {
      anchor: "server-statistics.card.items.architecture",
      scope: "server-statistics",
      kind: "item",
      before: undefined,
      after: "Processor architecture",
    },
  ]);
});

test("an item less is what is no longer said", () => {
  const found = difference(demo.item, demo.first, "en");

  expect(found.filter(({ kind }) => kind === "item")).toMatchObject([
    { before: "Processor architecture", after: undefined },
  ]);
});

test("a setting that was given, changed or taken away is one of the vendor's", () => {
  const inDays = (de: string, en: string) =>
    liveConfigPolicy({ settings: { retention: { "crash-reports": { de, en } } } });
  const [none, short, long] = [
    policy,
    inDays("7 Tage", "7 days"),
    inDays("30 Tage", "30 days"),
  ];
  const settings = (a: Policy, b: Policy) =>
    difference(a, b, "en")
      .filter(({ kind }) => kind === "setting")
      .map(({ anchor, scope, before, after }) => [anchor, scope, before, after]);
  const place = ["crash-reports.retention", "crash-reports"];

  expect(settings(short, long)).toEqual([[...place, "7 days", "30 days"]]);
  expect(settings(none, short)).toEqual([[...place, undefined, "7 days"]]);
  expect(settings(short, none)).toEqual([[...place, "7 days", undefined]]);
});
