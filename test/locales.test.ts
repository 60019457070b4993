import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../src/policy/index.ts";

const folder = new URL("../locales/", import.meta.url);

function filesOf(language: Language): readonly string[] {
  return readdirSync(new URL(`${language}/`, folder)).sort();
}

type Strings = ReadonlyMap<string, string>;

/** Every string of a tree by its key path; anything but strings is kept as it prints. */
function stringsOf(tree: unknown, path: readonly string[] = []): Strings {
  if (typeof tree !== "object" || tree === null) {
    return new Map([[path.join("."), String(tree)]]);
  }
  return new Map(
    Object.entries(tree).flatMap(([key, child]) => [...stringsOf(child, [...path, key])]),
  );
}

function read(language: Language, file: string): Strings {
  return stringsOf(
    JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), "utf8")),
  );
}

function placeholders(text: string): readonly string[] {
  return (text.match(/\{\{[^}]*\}\}/g) ?? []).toSorted();
}

function numbers(text: string): readonly string[] {
  return (text.replace(/\{\{[^}]*\}\}/g, "").match(/\d+/g) ?? []).toSorted();
}

/** The same words, but a name, a code or a foreign word that both languages share. */
function isUntranslated(german: string, english: string): boolean {
  const words = german.replace(/\{\{[^}]*\}\}/g, "").trim();
  return german === english && words.length > 20 && words.includes(" ");
}

/** What no text may be, in either language. */
const rulesForAll: Readonly<Record<string, RegExp>> = {
  "is empty": /^\s*$/,
  "begins or ends with a space": /^\s|\s$/,
  "has straight quotes": /["']/,
  "has three dots": /\.\.\./,
  "has an exclamation mark": /!/,
  "has two spaces": / {2}/,
  "calls what is sent by a word that we do not use":
    /akzeptier|\baccept (all|everything)/i,
  "claims more than it knows":
    /\b(proof|genuine|verified|guaranteed)\b|\b(Beweis|echt)\b/i,
  "ends an act with a mere Done": /^(Done|OK|Okay|Fertig)\b/i,
  "urges or praises": /\b(help us|thank you|danke)\b|Helfen Sie/i,
};

const rules: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  de: {
    ...rulesForAll,
    "has an English word":
      /\b(the|and|with|your|you|this|that|which|from|are|is sent|will be)\b/i,
    "says du": /\b(du|dir|dich|dein\w*|euch|euer|eure\w*)\b/i,
    "has English quotes": /”|‘|’(?=\s|$)/,
    "breaks a line between what belongs together": /(Art\.|§|z\.) /,
  },
  en: {
    ...rulesForAll,
    "has a German word":
      /[äöüß]|\b(der|und|mit|nicht|wird|werden|eine[rmns]?|dem|den|von|Sie|Daten|ist)\b/i,
    "has German quotes": /[„‚]/,
    "writes a day that reads in two ways": /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/,
  },
};

/** A text that breaks each rule, so that no rule is one that nothing can break. */
const breaking: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  de: {
    "is empty": " ",
    "begins or ends with a space": "Daten ",
    "has straight quotes": 'Das "Opt-in"',
    "has three dots": "Wird gesendet...",
    "has an exclamation mark": "Gesendet!",
    "has two spaces": "Wird  gesendet",
    "calls what is sent by a word that we do not use": "Alle akzeptieren",
    "claims more than it knows": "Ein Beweis",
    "ends an act with a mere Done": "Fertig",
    "urges or praises": "Helfen Sie uns",
    "has an English word": "Der report is sent",
    "says du": "Deine Daten",
    "has English quotes": "“Opt-in”",
    "breaks a line between what belongs together": "Art. 7",
  },
  en: {
    "is empty": "",
    "begins or ends with a space": " Data",
    "has straight quotes": "the vendor's",
    "has three dots": "Sending...",
    "has an exclamation mark": "Sent!",
    "has two spaces": "is  sent",
    "calls what is sent by a word that we do not use": "Accept all",
    "claims more than it knows": "The checksum is verified",
    "ends an act with a mere Done": "Done",
    "urges or praises": "Help us",
    "has a German word": "The Bericht wird sent",
    "has German quotes": "„opt-in”",
    "writes a day that reads in two ways": "07/24/2025",
  },
};

describe.each(languages)("a rule for texts in %s", (language) => {
  test.each(Object.entries(rules[language]))("finds a text that %s", (name, rule) => {
    expect(breaking[language][name]).toMatch(rule);
  });
});

test("every file is there in both languages", () => {
  expect(filesOf("de").length).toBeGreaterThan(0);
  expect(filesOf("de")).toEqual(filesOf("en"));
});

describe.each(filesOf("de"))("%s", (file) => {
  const texts = { de: read("de", file), en: read("en", file) };

  test("has the same keys in both languages, in the same order", () => {
    expect([...texts.en.keys()]).toEqual([...texts.de.keys()]);
  });

  test("has the same places in both languages", () => {
    const places = (language: Language) =>
      [...texts[language]].map(([key, text]) => [key, placeholders(text)]);

    expect(places("en")).toEqual(places("de"));
  });

  test("names the same numbers in both languages", () => {
    const found = (language: Language) =>
      [...texts[language]]
        // The form of a day is the language's own: a month may be a number in one alone.
        .filter(([key]) => !/(^|\.)day\.(format$|months\.)/.test(key))
        .map(([key, text]) => [key, numbers(text)]);

    expect(found("en")).toEqual(found("de"));
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

  describe.each(languages)("in %s", (language) => {
    test.each(Object.entries(rules[language]))("has no text that %s", (_, rule) => {
      expect([...texts[language]].filter(([, text]) => rule.test(text))).toEqual([]);
    });

    test("calls usage data only what is not sent", () => {
      const told = [...texts[language]]
        .filter(([, text]) => /Nutzungsdaten|usage data/i.test(text))
        .map(([key]) => key);

      expect(told.filter((key) => !/exclusion/i.test(key))).toEqual([]);
    });

    test("calls nothing of the statistics anonymous", () => {
      const told = [...texts[language]]
        .filter(([key, text]) => /statisti|UUID|pseudonym/i.test(`${key} ${text}`))
        .filter(([, text]) => /anonym/i.test(text));

      expect(told).toEqual([]);
    });
  });
});

test.each([
  ["Ein Satz, der nur deutsch ist.", "Ein Satz, der nur deutsch ist.", true],
  ["Ein Satz, der nur deutsch ist.", "A sentence in English.", false],
  ["Pseudonym (UUID)", "Pseudonym (UUID)", false],
  ["{{heading}}: {{sentence}}", "{{heading}}: {{sentence}}", false],
])("%j beside %j counts as untranslated: %s", (german, english, untranslated) => {
  expect(isUntranslated(german, english)).toBe(untranslated);
});

test.each(languages)(
  "a page and the centre tell a difference in the same words, in %s",
  (language) => {
    const page = read(language, "page.json");
    const centre = read(language, "interface.json");
    const shared = ["kind.item", "kind.sentence", "kind.setting", "before", "after"];

    for (const key of shared) {
      expect(page.get(`older.${key}`)).toBe(centre.get(`difference.${key}`));
    }
    for (const key of ["added", "removed"]) {
      expect(page.get(`older.${key}`)).toBe(`${centre.get(`difference.${key}`)}:`);
    }
  },
);
