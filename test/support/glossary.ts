import glossary from "../../locales/glossary.json" with { type: "json" };
import type { Language } from "../../src/policy/index.ts";

/** One concept with its one name in each language, and the names it never has. */
interface Term {
  readonly concept: string;
  readonly de: string;
  readonly en: string;
  readonly never: Readonly<Record<Language, readonly string[]>>;
  /** Ends of keys whose texts may use the words, such as those that say what is not sent. */
  readonly except?: readonly string[];
}

export const terms: readonly Term[] = glossary.terms;

/** Words that both languages spell alike, as names of things or by chance. */
export const sharedWords: ReadonlySet<string> = new Set(glossary.shared);

/** A pattern for a word, or for all that begin so where it ends in `*`. */
export function wordPattern(word: string): RegExp {
  const stem = word.replace(/\*$/, "").replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  const end = word.endsWith("*") ? "" : "(?![\\p{L}\\p{N}])";
  return new RegExp(`(?<![\\p{L}\\p{N}])${stem}${end}`, "iu");
}

/** Each forbidden word of a text, addresses left out, with the word to use instead. */
export function forbiddenWords(
  language: Language,
  key: string,
  text: string,
): readonly string[] {
  const words = text.replace(/\{\{[^}]*\}\}|\S+@\S+|\b[\w-]+(\.[\w-]+)+/g, " ");
  return terms
    .filter(({ except = [] }) => !except.some((end) => key.endsWith(end)))
    .flatMap((term) =>
      term.never[language]
        .filter((word) => wordPattern(word).test(words))
        .map((word) => `“${word}” is “${term[language]}”`),
    );
}

/** The words of some texts, small, without places, code and names of settings (`A_B`). */
export function vocabulary(texts: Iterable<string>): ReadonlySet<string> {
  const words = [...texts].flatMap(
    (text) =>
      text
        .replace(/\{\{[^}]*\}\}|`[^`]*`|\b[A-Z]+(?:_[A-Z]+)+\b/g, " ")
        .toLowerCase()
        .match(/[\p{L}\p{N}-]+/gu) ?? [],
  );
  return new Set(words);
}

/** Words that stand in both languages and are not known to: one of the two has a foreign one. */
export function foreignWords(
  german: Iterable<string>,
  english: Iterable<string>,
): readonly string[] {
  const known = vocabulary(english);
  return [...vocabulary(german)]
    .filter((word) => !/^\p{N}+$/u.test(word))
    .filter((word) => known.has(word) && !sharedWords.has(word))
    .toSorted();
}
