import type { Renderable } from "../document.ts";
import { type Language, languages } from "../language.ts";
import { pageWords } from "../pageWords.ts";
import { type FrontMatter, writeFrontMatter } from "./frontMatter.ts";
import { linkUrl } from "./linkUrl.ts";

/** What every page has, whatever it is written in. */
export interface PageOptions {
  /** The level of the title; sections are one below. @default 1 */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5;
  /** Whether the title is written; not where the site writes one itself. @default true */
  readonly title?: boolean;
  /** Whether a page has a list of its sections; not where the site writes one itself. @default true */
  readonly contents?: boolean;
  /** Put before every anchor, the same in each language. @default "policy-" */
  readonly idPrefix?: string;
  /** Where the page lies in the other language: an http, https or relative URL. */
  readonly alternateUrl?: string;
  /** Writes title, language and revision as YAML front matter, and these entries after them. */
  readonly frontMatter?: FrontMatter;
}

export const defaultPrefix = "policy-";

/** The options with what holds where nothing is said. */
export function completeOptions({
  headingLevel = 1,
  title = true,
  contents = true,
  idPrefix = defaultPrefix,
  ...rest
}: PageOptions) {
  return { headingLevel, title, contents, idPrefix, ...rest };
}

/** The link to the page in the other language, if its address is known. */
export function alternateOf(
  { language }: Renderable,
  url: string | undefined,
): { readonly language: Language; readonly name: string; readonly url: string } | null {
  const other = languages.find((it) => it !== language);
  if (url === undefined || other === undefined) return null;
  return { language: other, name: pageWords[other].language, url: linkUrl(url) };
}

/** The front matter of a page, if it is to have one. */
export function frontMatterOf(
  { title, language, revision }: Renderable,
  entries: FrontMatter | undefined,
): string {
  return entries ? writeFrontMatter({ title, language, revision, ...entries }) : "";
}
