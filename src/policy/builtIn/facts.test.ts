import { describe, expect, test } from "vitest";
import {
  sectionOf,
  sentencesOf,
  sentencesOfPage,
} from "../../../test/support/sentences.ts";
import { buildDocument } from "../buildDocument.ts";
import { plainText } from "../document.ts";
import type { Language } from "../language.ts";
import { languages } from "../language.ts";
import { facts } from "./facts.ts";
import { liveConfigPolicy } from "./liveConfigPolicy.ts";

const documents = {
  de: buildDocument(liveConfigPolicy(), "de"),
  en: buildDocument(liveConfigPolicy(), "en"),
};

function sentence(language: Language, anchor: string): string {
  const found = sentencesOfPage(documents[language]).filter((it) => it.anchor === anchor);
  expect(found).toHaveLength(1);
  return found.map(plainText).join();
}

/** What the sentence of each fact must say, whatever else it says. */
const terms: Readonly<
  Record<
    keyof typeof facts,
    { readonly de: readonly RegExp[]; readonly en: readonly RegExp[] }
  >
> = {
  G1: {
    de: [/im Einzelnen/, /LiveConfig®/, /erhebt/, /Voraussetzungen/, /Hersteller/],
    en: [/in detail/, /LiveConfig®/, /collects/, /conditions/, /vendor/],
  },
  G2: {
    de: [/Datensparsamkeit .* erster Stelle/, /weit wie möglich/, /erheben/, /speichern/],
    en: [/minimisation comes first/, /as far as possible/, /collected/, /stored/],
  },
  G3: {
    de: [/Alle Daten/, /ausschließlich/, /TLS-verschlüsselt/, /https/],
    en: [/All data/, /only/, /TLS-encrypted/, /https/],
  },
  G4: {
    de: [/CA-Pinning/, /sicher/, /nur beim Hersteller/],
    en: [/CA pinning/, /makes sure/, /nowhere but at the vendor|only .* at the vendor/],
  },
  L1: {
    de: [/aktivieren/, /Aktivierungscode/, /Lizenzserver des Herstellers/],
    en: [/activate/, /activation code/, /vendor’s licence server/],
  },
  L2: {
    de: [/verlängern/, /individuelles Verlängerungstoken/],
    en: [/renew/, /individual renewal token/],
  },
  L3: {
    de: [/Protokolliert/, /IP-Adresse/, /Aktivierungscode/],
    en: [/logged/, /IP address/, /activation code/],
  },
  L4: {
    de: [/gesamte Dauer des Vertrags/, /beim Hersteller gespeichert/],
    en: [/whole duration of the contract/, /stored at the vendor/],
  },
  L5: {
    de: [/IP-Adressen/, /aktiviert oder verlängert/],
    en: [/overview of the IP addresses/, /activated or renewed/],
  },
  L6: {
    de: [/begründeten Fällen/, /Missbrauch, Betrug/, /vor/, /dauerhaft/, /abzugleichen/],
    en: [/justified cases/, /misuse, fraud/, /reserves/, /permanently/, /compare/],
  },
  C1: {
    de: [/nur/, /Administrator eingewilligt/, /Opt-in/],
    en: [/only if/, /administrator has given consent/, /opt-in/],
  },
  C2: {
    de: [/Backend von LiveConfig®/, /Fall eines Absturzes/],
    en: [/backend of LiveConfig®/, /event of a crash/],
  },
  C3: { de: [/Version von LiveConfig®/], en: [/version of LiveConfig®/] },
  C4: {
    de: [/mit LiveConfig® ausgelieferten Bibliotheken/, /Versionsnummern/],
    en: [/libraries that come with LiveConfig®/, /version numbers/],
  },
  C5: {
    de: [
      /Stacktrace/,
      /Namen des betroffenen Prozesses \(server oder client\)/,
      /Signalnummer/,
      /Liste von Adressen/,
      /Namen der jeweiligen Bibliothek, sofern/,
    ],
    en: [
      /stack trace/,
      /name of the affected process \(server or client\)/,
      /signal number/,
      /list of addresses/,
      /name of the respective library, where/,
    ],
  },
  C6: {
    de: [/Ausdrücklich nicht/, /Speicherinhalte/, /Variablen/, /irgendwelche anderen/],
    en: [/Expressly not/, /memory contents/, /variables/, /any other data/],
  },
  C7: {
    de: [/IP-Adresse des sendenden/, /kurze Zeit/, /weder verknüpft noch ausgewertet/],
    en: [/IP address of the sending/, /short time/, /neither linked nor evaluated/],
  },
  C8: {
    de: [/vollständig anonym/, /keinem Kunden zuordnen/],
    en: [/completely anonymous/, /cannot attribute it to any customer/],
  },
  S1: {
    de: [/nur/, /Administrator eingewilligt/, /Opt-in/],
    en: [/only if/, /administrator has given consent/, /opt-in/],
  },
  S2: {
    de: [
      /Mit der Einwilligung/,
      /zufällige ID \(UUID\)/,
      /pseudonymisieren/,
      /vorher .*keine/,
    ],
    en: [/On consent/, /random ID \(UUID\)/, /pseudonymise/, /before that there is none/],
  },
  S3: {
    de: [/sofort danach/, /monatlich/],
    en: [/at once after/, /monthly/],
  },
  S4: {
    de: [/Name und Version der Linux-Distribution/],
    en: [/name and version of the Linux distribution/],
  },
  S5: { de: [/Versionsnummer von LiveConfig®/], en: [/version number of LiveConfig®/] },
  S6: {
    de: [/von LiveConfig® verwalteten Dienste/, /Versionsnummern/],
    en: [/services that LiveConfig® manages/, /version numbers/],
  },
  S7: {
    de: [/Ausdrücklich nicht/, /Nutzungsdaten/, /Zahl der Kunden, Domains/],
    en: [/Expressly not/, /usage data/, /number of customers, domains/],
  },
  S8: {
    de: [/nur unter Pseudonymen/, /keinem Kunden zugeordnet/],
    en: [/only under pseudonyms/, /cannot be attributed to any customer/],
  },
  S9: {
    de: [/widerrufen/, /beim Hersteller gespeicherten Daten/, /automatisch und sofort/],
    en: [/withdrawn/, /data stored at the vendor/, /automatically and immediately/],
  },
  S10: { de: [/UUID wird gelöscht/], en: [/UUID is deleted/] },
  D1: { de: [/^24\. Juli 2025$/], en: [/^24 July 2025$/] },
};

describe.each(languages)("the built-in policy in %s", (language) => {
  test.each(
    Object.entries(facts).map(([fact, anchor]) => ({
      fact,
      anchor,
      words: terms[fact as keyof typeof facts][language],
    })),
  )("states $fact, in one sentence", ({ anchor, words }) => {
    const text = sentence(language, anchor);

    for (const word of words) expect(text).toMatch(word);
  });

  test("tells its sentences in the order of the facts, and each in its section", () => {
    const bySection = [
      sentencesOf(documents[language].introduction),
      ...documents[language].sections.map(({ blocks }) => sentencesOf(blocks)),
    ].map((sentences) => {
      const ids = Object.entries(facts).map(([fact, anchor]) => [anchor, fact] as const);
      const told = new Map<string, string>(ids);
      return sentences.flatMap(({ anchor }) => told.get(anchor) ?? []).join(" ");
    });

    expect(bySection).toEqual([
      "G1 G2 G3 G4",
      "L1 L2 L3 L4 L5 L6",
      "C1 C2 C3 C4 C5 C6 C7 C8",
      "S1 S2 S3 S4 S5 S6 S7 S8 S9 S10",
      "D1",
    ]);
  });

  test("says nothing but the facts and the introductions of its two lists", () => {
    const known = new Set<string>(Object.values(facts));
    const more = sentencesOfPage(documents[language])
      .map(({ anchor }) => anchor)
      .filter((anchor) => !known.has(anchor));

    expect(more).toEqual(["crash-reports.contents", "server-statistics.contents"]);
  });
});

test("there are 29 facts, each in a sentence of its own", () => {
  expect(new Set(Object.values(facts)).size).toBe(29);
});

test.each([
  ["de", ["Lizenz/Aktivierung", "Absturzberichte", "Serverstatistiken", "Stand"]],
  ["en", ["Licence/activation", "Crash reports", "Server statistics", "Status"]],
] as const)(
  "the headings in %s stand in the order of the facts",
  (language, headings) => {
    const { title, sections } = documents[language];

    expect(title).toBe(language === "de" ? "Datenschutz" : "Privacy");
    expect(sections.map(({ heading }) => heading)).toEqual(headings);
  },
);

test("only the two consent sections are asked for, the licence has no switch", () => {
  const { sections, cards } = documents.en;

  expect(sections.map(({ anchor, kind }) => [anchor, kind])).toEqual([
    ["license", "contract"],
    ["crash-reports", "consent"],
    ["server-statistics", "consent"],
    ["status", "status"],
  ]);
  expect(cards.map(({ activity }) => activity)).toEqual([
    "crash-reports",
    "server-statistics",
  ]);
});

test.each(languages)("the day in %s is a time that machines read, too", (language) => {
  const [only] = sentencesOf(sectionOf(documents[language], "status").blocks);

  expect(only?.content).toContainEqual({
    type: "time",
    dateTime: "2025-07-24",
    text: language === "de" ? "24. Juli 2025" : "24 July 2025",
  });
});

test.each(languages)("no word in %s invents what the facts leave open", (language) => {
  const text = sentencesOfPage(documents[language]).map(plainText).join("\n");

  expect(text).not.toMatch(
    /\d+ (Tage|Monate|days|months)|GmbH|Ltd|Art\.|Aufsichtsbehörde/,
  );
});
