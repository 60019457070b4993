import { describe, expect, test } from "vitest";
import { sentencesOfPage } from "../../../test/support/sentences.ts";
import { buildDocument } from "../buildDocument.ts";
import { PolicyError } from "../definePolicy.ts";
import { difference } from "../difference.ts";
import { plainText } from "../document.ts";
import { type Language, languages } from "../language.ts";
import { policyText } from "../policyText.ts";
import { facts } from "./facts.ts";
import { type LiveConfigOptions, liveConfigPolicy } from "./liveConfigPolicy.ts";

const encryption = "Alles reist verschlüsselt, auch bei {{vendor}}.";
const reworded = liveConfigPolicy({
  vendor: { de: "Acme GmbH", en: "Acme Ltd" },
  texts: { de: { general: { encryption } } },
});

function told(options: LiveConfigOptions, language: Language) {
  const sentences = sentencesOfPage(buildDocument(liveConfigPolicy(options), language));
  return new Map(sentences.map((one) => [one.anchor, one]));
}

describe("a sentence of the built-in policy that a host words otherwise", () => {
  const german = new Map(
    sentencesOfPage(buildDocument(reworded, "de")).map((it) => [
      it.anchor,
      plainText(it),
    ]),
  );

  test("is said in its place, with what the host has given", () => {
    expect(german.get(facts.G3)).toBe("Alles reist verschlüsselt, auch bei Acme GmbH.");
  });

  test("still states its fact, and every other fact stands as it did", () => {
    expect(Object.values(facts).filter((anchor) => !german.has(anchor))).toEqual([]);
  });

  test("makes another text, in its own language alone", () => {
    const plain = liveConfigPolicy({ vendor: reworded.vendor });

    expect(policyText(reworded, "de")).not.toBe(policyText(plain, "de"));
    expect(policyText(reworded, "en")).toBe(policyText(plain, "en"));
    expect(difference(plain, reworded, "de")).toEqual([
      {
        anchor: facts.G3,
        scope: "general",
        kind: "sentence",
        before:
          "Alle Daten werden ausschließlich über eine TLS-verschlüsselte Verbindung (https) übertragen.",
        after: "Alles reist verschlüsselt, auch bei Acme GmbH.",
      },
    ]);
  });

  test.each(languages)("keeps the items that it tells, in %s", (language) => {
    const statistics = {
      sentences: { pseudonym: "ID." },
      items: { version: { bullet: "V" } },
    };
    const texts = { [language]: { activities: { "server-statistics": statistics } } };
    const sentences = told({ texts }, language);

    expect(sentences.get("server-statistics.pseudonym")?.items).toEqual(["pseudonym"]);
    expect(sentences.get("server-statistics.version")?.items).toEqual(["version"]);
  });

  test("must not be left empty, and must name the day where the day is told", () => {
    expect(() =>
      liveConfigPolicy({ texts: { en: { general: { pinning: " " } } } }),
    ).toThrow("text-missing: en.general.pinning");
    expect(() =>
      liveConfigPolicy({ texts: { en: { status: { sentence: "Now." } } } }),
    ).toThrow("date-not-told: en.status.sentence");
  });

  test.each([
    [{ general: { pining: "x" } }, "de.general.pining"],
    [{ general: { toString: "x" } }, "de.general.toString"],
    [{ general: "x" }, "de.general"],
    [{ title: { text: "x" } }, "de.title"],
    [{ title: null }, "de.title"],
    [{ activities: { licence: { heading: "x" } } }, "de.activities.licence"],
  ])("must be one of the policy's: %j", (german, path) => {
    // What comes from a JSON file has no type that TypeScript could refuse.
    const options = { texts: { de: german } } as unknown as LiveConfigOptions;

    expect(() => liveConfigPolicy(options)).toThrow(PolicyError);
    expect(() => liveConfigPolicy(options)).toThrow(`text-unknown: ${path}`);
  });

  test("is one that TypeScript knows", () => {
    const replace = () =>
      liveConfigPolicy({
        // @ts-expect-error the sentence is called `pinning`
        texts: { de: { general: { pining: "x" } } },
      });

    expect(replace).toThrow();
  });
});

describe("what a host adds to the built-in policy", () => {
  const text = (name: string) => ({
    de: `${name} von {{product}}`,
    en: `${name} of {{product}}`,
  });
  const options: LiveConfigOptions = {
    product: "Acme Panel",
    general: [{ support: text("support") }],
    sections: [
      {
        id: "backups",
        heading: text("backups"),
        paragraphs: [
          { place: text("place"), duration: text("duration") },
          { cost: text("cost") },
        ],
      },
    ],
  };

  test.each(languages)(
    "stands in %s after what is there, and before the status",
    (language) => {
      const of = { de: "von", en: "of" }[language];
      const { introduction, sections } = buildDocument(
        liveConfigPolicy(options),
        language,
      );
      const words = (blocks: typeof introduction) =>
        blocks.map((block) =>
          block.type === "paragraph" ? block.sentences.map(plainText) : block.type,
        );

      expect(words(introduction).at(-1)).toEqual([`support ${of} Acme Panel`]);
      expect(sections.map(({ anchor }) => anchor).slice(-2)).toEqual([
        "backups",
        "status",
      ]);
      expect(words(sections.at(-2)?.blocks ?? [])).toEqual([
        [`place ${of} Acme Panel`, `duration ${of} Acme Panel`],
        [`cost ${of} Acme Panel`],
      ]);
    },
  );

  test("is part of the text that a person agrees to", () => {
    const policy = liveConfigPolicy(options);

    expect(policyText(policy, "en")).toContain("\n## backups of Acme Panel\n\nplace of");
    expect(policyText(policy, "en")).toContain("\n\nsupport of Acme Panel\n\n");
  });

  test("must not take a name that is taken", () => {
    const [section] = options.sections ?? [];

    expect(() => liveConfigPolicy({ general: [{ scope: text("x") }] })).toThrow(
      "id-taken: general.scope",
    );
    expect(() =>
      liveConfigPolicy({ sections: section ? [{ ...section, id: "license" }] : [] }),
    ).toThrow("id-taken: license");
  });
});
