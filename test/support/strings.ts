import { readdirSync, readFileSync } from "node:fs";
import { type Language, languages, type Policy } from "../../src/policy/index.ts";

const folder = new URL("../../locales/", import.meta.url);

/** Texts by their key path, in order. */
type Strings = ReadonlyMap<string, string>;

export type Texts = Readonly<Record<Language, Strings>>;

/** Every string of a tree by its key path; anything but strings is kept as it prints. */
export function stringsOf(tree: unknown, path: readonly string[] = []): Strings {
  if (typeof tree !== "object" || tree === null) {
    return new Map([[path.join("."), String(tree)]]);
  }
  return new Map(
    Object.entries(tree).flatMap(([key, child]) => [...stringsOf(child, [...path, key])]),
  );
}

export function localeFiles(language: Language): readonly string[] {
  return readdirSync(new URL(`${language}/`, folder)).sort();
}

/** The texts of a file of `locales/`, in both languages. */
export function localeTexts(file: string): Texts {
  return inEach((language) =>
    JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), "utf8")),
  );
}

/** What a tree whose leaves are `{ de, en }` says in each language. */
export function textsOf(tree: unknown): Texts {
  return inEach((language) => pick(tree, language));
}

/** Every word of a policy and of the revisions before it, in both languages. */
export function policyTexts({ texts, ...policy }: Policy): Texts {
  const { settings, vendor, revision, previous } = policy;
  const before = previous ? policyTexts(previous) : inEach(() => ({}));
  const given = { settings, vendor, summary: revision.summary };
  return inEach((language) => ({
    ...Object.fromEntries(before[language]),
    [revision.id]: { texts: texts[language], ...(pick(given, language) as object) },
  }));
}

function inEach(treeOf: (language: Language) => unknown): Texts {
  const entries = languages.map((language) => [language, stringsOf(treeOf(language))]);
  return Object.fromEntries(entries) as Texts;
}

function pick(tree: unknown, language: Language): unknown {
  if (typeof tree !== "object" || tree === null) return tree;
  if ("de" in tree && "en" in tree) return (tree as Record<Language, unknown>)[language];
  return Object.fromEntries(
    Object.entries(tree).map(([key, child]) => [key, pick(child, language)]),
  );
}
