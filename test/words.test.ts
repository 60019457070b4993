import { describe, expect, test } from "vitest";
import { languages } from "../src/policy/index.ts";
import { forbiddenWords, foreignWords, terms } from "./support/glossary.ts";
import {
  faultsOf,
  isUntranslated,
  numbersOf,
  placesOf,
  wordRules,
} from "./support/wordRules.ts";

/** A text that breaks a rule, and beside it one that is as near as can be and does not. */
const examples: Readonly<
  Record<"de" | "en", readonly (readonly [string, string, string])[]>
> = {
  de: [
    ["is empty", " ", "Ein"],
    ["begins or ends with a space", "Daten ", "Daten"],
    ["has straight quotes", 'Das "Opt-in"', "Das „Opt-in“"],
    ["has three dots", "Wird gesendet...", "Wird gesendet …"],
    ["has an exclamation mark", "Gesendet!", "Gesendet."],
    ["has two spaces", "Wird  gesendet", "Wird gesendet"],
    ["has a hyphen for a dash", "Widerrufen - Löschung", "Widerrufen – Löschung"],
    ["has a space before a comma or a full stop", "Aus , Ein", "Aus, Ein"],
    ["breaks a line between a number and its unit", "{{size}} MB", "{{size}}\u00a0MB"],
    ["breaks a line between a number and its unit", "16 Bytes", "16 Byteblöcke"],
    ["writes a day that reads in two ways", "07/24/2025", "24.07.2025"],
    ["ends an act with a mere Done", "Fertig", "Die Datei wurde gespeichert."],
    ["urges, praises or blames", "Helfen Sie uns", "Sehen Sie die Daten an"],
    ["urges, praises or blames", "Leider nicht möglich", "Begleiter"],
    ["has an English word", "Der report is sent", "Der Bericht wird gesendet"],
    ["says du", "Deine Daten", "Ihre Daten"],
    ["says du", "Das hast du gesehen", "Das haben Sie dabei gesehen"],
    ["has English quotes", "Das “Opt-in“", "Das „Opt-in“"],
    ["opens a quote and does not close it", "Das „Opt-in", "Das „Opt-in“"],
    ["breaks a line between what belongs together", "Art. 7", "Art.\u00a07"],
    [
      "breaks a line between what belongs together",
      "z. B. Dienste",
      "z.\u00a0B. Dienste",
    ],
    ["breaks a line between what belongs together", "z.B. Dienste", "Platz. Bald"],
    ["breaks a line between what belongs together", "§ 25", "§\u00a025"],
    ["has no umlaut where German has one", "Die Pruefsumme", "Die neue Dauer"],
    ["has no umlaut where German has one", "Loeschung", "soeben {{value}}"],
    ["has no umlaut where German has one", "ausser der ID", "äußert"],
    ["negates twice", "Ohne sie geht es nicht", "Ohne sie geht es"],
    ["negates twice", "Nichts bleibt nicht gesagt", "Nicht dies und nicht das"],
    ["negates twice", "Nie ohne sie", "Nicht dies, weil es nicht geht"],
  ],
  en: [
    ["is empty", "", "On"],
    ["begins or ends with a space", " Data", "Data"],
    ["has straight quotes", "the vendor's", "the vendor’s"],
    ["has three dots", "Sending...", "Sending…"],
    ["has an exclamation mark", "Sent!", "Sent."],
    ["has two spaces", "is  sent", "is sent"],
    ["has a hyphen for a dash", "Withdrawn - deleted", "re-encoded"],
    ["has a space before a comma or a full stop", "Off , on", "Off, on"],
    ["breaks a line between a number and its unit", "{{count}} bytes", "bytes"],
    ["writes a day that reads in two ways", "07/24/2025", "24 July 2025"],
    ["ends an act with a mere Done", "Done", "The file was saved."],
    ["urges, praises or blames", "Help us", "A request"],
    ["urges, praises or blames", "Unfortunately not", "Not possible here"],
    ["has a German word", "The Bericht wird sent", "The report is sent"],
    ["has German quotes", "„opt-in”", "“opt-in”"],
    ["spells the noun licence like the verb", "License/activation", "Licence/activation"],
    ["spells the noun licence like the verb", "two licenses", "to license the panel"],
    ["opens a quote and does not close it", "“opt-in", "“opt-in”"],
    ["breaks a line between what belongs together", "Art. 7", "Art.\u00a07"],
    ["negates twice", "Not without consent", "Not today, and not later"],
  ],
};

describe.each(languages)("the rules for texts in %s", (language) => {
  test.each(examples[language])("find a text that %s: %j, not %j", (name, bad, good) => {
    expect(faultsOf(language, bad)).toContain(name);
    expect(faultsOf(language, good)).not.toContain(name);
  });

  test("have each an example that breaks it", () => {
    const shown = new Set(examples[language].map(([name]) => name));

    expect([...shown]).toEqual(Object.keys(wordRules[language]));
  });
});

describe("the glossary", () => {
  test("has each concept and each of its names once", () => {
    for (const name of ["concept", "de", "en"] as const) {
      const names = terms.map((term) => term[name]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test.each(
    languages.flatMap((language) =>
      terms.map((term) => [language, term.concept, term] as const),
    ),
  )("in %s keeps to its own words for %s", (language, _, term) => {
    expect(forbiddenWords(language, "key", term[language])).toEqual([]);
    for (const word of term.never[language]) {
      expect(
        forbiddenWords(language, "key", `x ${word.replace("*", "xyz")} y`),
      ).toContain(`“${word}” is “${term[language]}”`);
    }
  });

  test("finds a word whole, and the beginning of one where it is marked so", () => {
    expect(forbiddenWords("en", "key", "A new hashing of it")).toHaveLength(1);
    expect(forbiddenWords("en", "key", "in proofreading")).toEqual([]);
    expect(forbiddenWords("de", "key", "Die Ablehnung")).toEqual([]);
    expect(forbiddenWords("de", "key", "Bitte ZUSTIMMEN")).toHaveLength(1);
    expect(forbiddenWords("en", "key", "ask privacy@telemetry.example")).toEqual([]);
  });

  test("lets the texts that are excepted use their words", () => {
    expect(forbiddenWords("en", "sentences.contents", "usage data")).toHaveLength(1);
    expect(forbiddenWords("en", "sentences.exclusions", "usage data")).toEqual([]);
  });
});

test.each([
  ["a word of the other language", ["Das Logfile"], ["The logfile"], ["logfile"]],
  ["no word that is known to be shared", ["Der Server"], ["The server"], []],
  ["no place and no code", ["{{name}}, `client`"], ["{{name}}: `client`"], []],
  ["no number", ["Teil 12"], ["Part 12"], []],
])("the two vocabularies have in common %s", (_, german, english, found) => {
  expect(foreignWords(german, english)).toEqual(found);
});

test.each([
  ["de", "Sieben von 12 {{count}}", ["12", "7"]],
  ["en", "Seven of 12 {{count}}", ["12", "7"]],
  ["de", "kommt zweimal vor", ["2"]],
  ["en", "occurs twice", ["2"]],
  ["en", "ten", ["10"]],
] as const)("the numbers in %s of %j are told", (language, text, numbers) => {
  expect(numbersOf(language, text)).toEqual(numbers);
});

test("the places of a text are told whatever their order", () => {
  expect(placesOf("{{time}} {{name}}")).toEqual(placesOf("{{name}}, {{time}}"));
  expect(placesOf("{{time}}")).not.toEqual(placesOf("{{name}}"));
});

test.each([
  ["Ein Satz, der nur deutsch ist.", "Ein Satz, der nur deutsch ist.", true],
  ["Ein Satz, der nur deutsch ist.", "A sentence in English.", false],
  ["Pseudonym (UUID)", "Pseudonym (UUID)", false],
  ["{{heading}}: {{sentence}}", "{{heading}}: {{sentence}}", false],
])("%j beside %j counts as untranslated: %s", (german, english, untranslated) => {
  expect(isUntranslated(german, english)).toBe(untranslated);
});
