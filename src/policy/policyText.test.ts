import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import { liveConfigPolicy } from "./builtIn/liveConfigPolicy.ts";
import { languages } from "./language.ts";
import type { Policy, PolicyTexts } from "./policy.ts";
import { policyText } from "./policyText.ts";

const policy = liveConfigPolicy();

/** The paths of every string in a tree. */
function pathsOf(tree: unknown, path: readonly string[] = []): readonly string[][] {
  if (typeof tree === "string") return [[...path]];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, child]) => pathsOf(child, [...path, key]));
}

function append(texts: PolicyTexts, path: readonly string[], more: string): PolicyTexts {
  const copy = structuredClone(texts);
  const parent = path
    .slice(0, -1)
    .reduce<object>((at, key) => Reflect.get(at, key), copy);
  const last = path.at(-1) ?? "";
  Reflect.set(parent, last, `${Reflect.get(parent, last)}${more}`);
  return copy;
}

/** Words that are shown when a setting is given, in another month, or beside a value. */
const notShown =
  /^(rows\.(purpose|retention|controller|contact|authority|logRetention)|day\.months\.(?!6$)\d+|.*\.items\.pseudonym\.bullet|.*\.fields\..*)$/;

const shown = pathsOf(policy.texts.en).filter((path) => !notShown.test(path.join(".")));

describe.each(languages)("the text of a policy in %s", (language) => {
  const text = policyText(policy, language);

  test("is the same each time, also for a policy that was made anew", () => {
    expect(policyText(liveConfigPolicy(), language)).toBe(text);
  });

  test("has one first heading, the title, and the sections below it", () => {
    const headings = text.split("\n").filter((line) => line.startsWith("#"));
    const texts = policy.texts[language];

    expect(text.startsWith(`# ${texts.title}\n\n`)).toBe(true);
    expect(headings).toEqual([
      `# ${texts.title}`,
      ...Object.values(texts.activities).map(({ heading }) => `## ${heading}`),
      `## ${texts.status.heading}`,
    ]);
  });

  test("has LF alone and one final newline, and no link, front matter or HTML", () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/\r|\u2028|\u2029|\t| \n|\n{3}/);
    expect(text).not.toMatch(/^---|\]\(|<[a-z!/]|\{/m);
  });

  test("ends with the sentences of both cards, in the order of the policy", () => {
    const status = text.indexOf(`## ${policy.texts[language].status.heading}`);
    const cards = Object.values(policy.texts[language].activities).flatMap(({ card }) =>
      card ? [card] : [],
    );
    const end = text.slice(status);
    const places = cards.flatMap((card) =>
      [card.label, card.frequency, card.withdrawal].map((words) => end.indexOf(words)),
    );

    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text.endsWith(`${cards.at(-1)?.withdrawal}\n`)).toBe(true);
  });

  test.each(shown.map((path) => path.join(".")))("changes when %s changes", (path) => {
    const { de, en } = policy.texts;
    const changed = append(policy.texts[language], path.split("."), " x");
    const texts = { de, en, [language]: changed };

    expect(policyText({ ...policy, texts }, language)).not.toBe(text);
  });

  test("changes with a setting and with the revision's day", () => {
    const given = { de: "Wert", en: "value" };
    const revision = { ...policy.revision, date: "2025-07-25" };

    expect(policyText({ ...policy, settings: { contact: given } }, language)).not.toBe(
      text,
    );
    expect(policyText({ ...policy, revision }, language)).not.toBe(text);
  });

  test("is the same for one text in composed and decomposed letters", () => {
    const vendor = (form: string): Policy => {
      const name = "Büro Ångström".normalize(form);
      return { ...otherPolicy, vendor: { de: name, en: name } };
    };

    expect(vendor("NFC").vendor.de).not.toBe(vendor("NFD").vendor.de);
    expect(policyText(vendor("NFD"), language)).toBe(policyText(vendor("NFC"), language));
    expect(policyText(vendor("NFD"), language)).toContain(
      "Büro Ångström".normalize("NFC"),
    );
  });
});

test("a setting never becomes mark-up, and stays on its line", () => {
  const words = fc.string({
    unit: fc.constantFrom(..."#*_[]<>`|\\- \n", "wort", "1."),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(words, (value) => {
      const contact = { de: `a${value}b`, en: `a${value}b` };
      const text = policyText({ ...otherPolicy, settings: { contact } }, "en");
      const lines = text.split("\n").filter((line) => line.startsWith("- **Contact:** "));

      expect(lines).toHaveLength(1);
      expect(
        lines.join().replace(/\\./g, "").slice("- **Contact:** ".length),
      ).not.toMatch(/[#*_[\]<>`|\\]/);
      expect(text.split("\n")).toHaveLength(
        policyText(
          { ...otherPolicy, settings: { contact: { de: "a", en: "a" } } },
          "en",
        ).split("\n").length,
      );
    }),
  );
});
