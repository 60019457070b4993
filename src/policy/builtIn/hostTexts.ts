import { type Language, type Localized, languages } from "../language.ts";
import type { AddedSection, ParagraphDefinition, SectionTexts } from "../policy.ts";
import { PolicyError } from "../policyError.ts";

/** Some of the texts of a tree, each at its own place. */
export type Replacements<Texts> = Texts extends string
  ? string
  : { readonly [Key in keyof Texts]?: Replacements<Texts[Key]> };

/** Sentences that run on, each under a name of its own. */
export type HostParagraph = Readonly<Record<string, Localized>>;

/** A section that a host adds to the built-in policy. */
export interface HostSection {
  readonly id: string;
  readonly heading: Localized;
  readonly paragraphs: readonly HostParagraph[];
}

/**
 * The texts with some of them replaced.
 *
 * @throws {PolicyError} with `text-unknown` for each text that there is not.
 */
export function replaceTexts<Texts extends object>(
  texts: Texts,
  replacements: Replacements<Texts>,
  language: Language,
): Texts {
  const unknown: string[] = [];
  const replaced = replace(texts, replacements, [language], unknown);
  if (unknown.length > 0) {
    throw new PolicyError(
      unknown.map((subject) => ({ code: "text-unknown", level: "error", subject })),
    );
  }
  return replaced as Texts;
}

function replace(
  text: unknown,
  replacement: unknown,
  path: readonly string[],
  unknown: string[],
): unknown {
  if (replacement === undefined) return text;
  if (typeof text === "string" && typeof replacement === "string") return replacement;
  if (!isTree(text) || !isTree(replacement)) {
    unknown.push(path.join("."));
    return text;
  }
  const entries = Object.entries(replacement).map(([key, child]) => [
    key,
    replace(
      Object.hasOwn(text, key) ? text[key] : undefined,
      child,
      [...path, key],
      unknown,
    ),
  ]);
  const changed = Object.fromEntries(entries);
  return Array.isArray(text)
    ? Object.assign([...text], changed)
    : { ...text, ...changed };
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export function paragraphs(
  given: readonly HostParagraph[],
): readonly ParagraphDefinition[] {
  return given.map((sentences) => ({
    type: "paragraph",
    sentences: Object.keys(sentences),
  }));
}

export function sentencesIn(
  given: readonly HostParagraph[],
  language: Language,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.flatMap((sentences) =>
      Object.entries(sentences).map(([name, text]) => [name, text[language]]),
    ),
  );
}

export function sectionDefinitions(
  sections: readonly HostSection[],
): readonly AddedSection[] {
  return sections.map(({ id, paragraphs: given }) => ({ id, blocks: paragraphs(given) }));
}

export function sectionTexts(
  sections: readonly HostSection[],
  language: Language,
): Readonly<Record<string, SectionTexts>> {
  return Object.fromEntries(
    sections.map(({ id, heading, paragraphs: given }) => [
      id,
      { heading: heading[language], sentences: sentencesIn(given, language) },
    ]),
  );
}

/** The same for each language. */
export function inEachLanguage<Value>(
  make: (language: Language) => Value,
): Readonly<Record<Language, Value>> {
  const entries = languages.map((language) => [language, make(language)] as const);
  return Object.fromEntries(entries) as Record<Language, Value>;
}
