import { describe, expect, test } from "vitest";
import { pageWords } from "../panel/page/pageWords.ts";
import { refusalWords } from "../panel/src/refusal/refusalWords.ts";
import { referencePolicy } from "../src/policy/demo/referencePolicy.ts";
import { type Language, languages } from "../src/policy/index.ts";
import { otherPolicy } from "./fixtures/otherPolicy.ts";
import { forbiddenWords, foreignWords } from "./support/glossary.ts";
import {
  localeFiles,
  localeTexts,
  policyTexts,
  type Texts,
  textsOf,
} from "./support/strings.ts";
import { faultsOf, isUntranslated, numbersOf, placesOf } from "./support/wordRules.ts";

const files = localeFiles("de").map((file) => [file, localeTexts(file)] as const);

/** Whatever else a person reads on the reference page or in the stories. */
const others: readonly (readonly [string, Texts])[] = [
  ["the words of the reference page", textsOf(pageWords)],
  ["the words of a refusal", textsOf(refusalWords)],
  ["the reference policy", policyTexts(referencePolicy)],
  ["the policy of another product", policyTexts(otherPolicy)],
];

test("every file is there in both languages", () => {
  expect(files.length).toBeGreaterThan(0);
  expect(localeFiles("de")).toEqual(localeFiles("en"));
});

describe.each([...files, ...others])("%s", (_name, texts) => {
  /** What a function tells of each text, by its key. */
  const told = <T>(tell: (language: Language, text: string, key: string) => T) =>
    languages.map((language) =>
      [...texts[language]].map(([key, text]) => [key, tell(language, text, key)]),
    );

  test("has the same keys in both languages, in the same order", () => {
    expect(texts.de.size).toBeGreaterThan(0);
    expect([...texts.en.keys()]).toEqual([...texts.de.keys()]);
  });

  test("has the same places in both languages", () => {
    const [german, english] = told((_language, text) => placesOf(text));

    expect(english).toEqual(german);
  });

  test("names the same numbers in both languages", () => {
    const [german, english] = told((language, text, key) =>
      // The form of a day is the language's own: a month may be a number in one alone.
      /(^|\.)day\.(format$|months\.)/.test(key) ? [] : numbersOf(language, text),
    );

    expect(english).toEqual(german);
  });

  test("has no sentence that was left in the other language", () => {
    const left = [...texts.de].filter(([key, german]) =>
      isUntranslated(german, texts.en.get(key) ?? ""),
    );

    expect(left).toEqual([]);
  });

  test("has each plural in its two forms", () => {
    for (const language of languages) {
      const keys = [...texts[language].keys()];
      const stems = (form: string) =>
        keys.filter((key) => key.endsWith(form)).map((key) => key.slice(0, -form.length));

      expect(stems("_one")).toEqual(stems("_other"));
    }
  });

  test.each(languages)("breaks no rule for words in %s", (language) => {
    const faults = [...texts[language]].flatMap(([key, text]) =>
      faultsOf(language, text).map((fault) => `${key} ${fault}: ${text}`),
    );

    expect(faults).toEqual([]);
  });

  test.each(languages)("keeps to the glossary in %s", (language) => {
    const faults = [...texts[language]].flatMap(([key, text]) =>
      forbiddenWords(language, key, text).map((fault) => `${key}: ${fault}: ${text}`),
    );

    expect(faults).toEqual([]);
  });

  test.each(languages)("calls nothing of the statistics anonymous in %s", (language) => {
    const anonymous = [...texts[language]]
      .filter(([key, text]) => /statisti|UUID|pseudonym/i.test(`${key} ${text}`))
      .filter(([, text]) => /anonym/i.test(text));

    expect(anonymous).toEqual([]);
  });
});

test("no word of locales/ is foreign: each stands in one language alone, or is known", () => {
  const all = (language: Language) =>
    files.flatMap(([, texts]) => [...texts[language].values()]);

  expect(foreignWords(all("de"), all("en"))).toEqual([]);
});

test.each(languages)(
  "a page and the centre tell a difference in the same words, in %s",
  (language) => {
    const page = localeTexts("page.json")[language];
    const centre = localeTexts("lazy.json")[language];
    const shared = ["kind.item", "kind.sentence", "kind.setting", "before", "after"];

    for (const key of shared) {
      expect(page.get(`older.${key}`)).toBe(centre.get(`difference.${key}`));
    }
    for (const key of ["added", "removed"]) {
      expect(page.get(`older.${key}`)).toBe(`${centre.get(`difference.${key}`)}:`);
    }
  },
);

test("what goes wrong is said in words that come with the cards, for later ones may not come", () => {
  const first = localeTexts("interface.json").de;
  const later = localeTexts("lazy.json").de;
  const ofErrors = /^(problem|foreign|setup|obstacle|wish|evidence|goesOn)\b/;

  expect([...first.keys()].filter((key) => ofErrors.test(key)).length).toBeGreaterThan(
    50,
  );
  expect([...later.keys()].filter((key) => ofErrors.test(key))).toEqual([]);
});

test.each(["log.outcome.unreachable", "transport.tls.not-reached"])(
  "an attempt without an answer is not said to have reached nobody: %s",
  (key) => {
    const { de, en } = localeTexts("lazy.json");

    expect(de.get(key)).toBeDefined();
    expect(de.get(key)).not.toMatch(/erreich/);
    expect(en.get(key)).not.toMatch(/reach/);
  },
);
