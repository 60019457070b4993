/** What a page of the site needs to be told of a Markdown file that has no front matter. */
export interface Front {
  readonly title: string;
  /** The first paragraph without marks, for search engines. */
  readonly description: string;
  /** What follows the title. */
  readonly body: string;
}

/**
 * Of a document with several titles, which is one page all the same, the headings stand a level
 * lower.
 *
 * @throws {RangeError} when the text does not begin with a heading of level 1.
 */
export function frontOf(markdown: string): Front {
  const title = titleOf(markdown);
  const rest = markdown.slice(markdown.indexOf("\n") + 1).trimStart();
  const hasMore = proseLines(rest).some((line) => line.startsWith("# "));
  return {
    title,
    description: shortened(firstParagraph(rest)),
    body: hasMore ? lowered(markdown) : rest,
  };
}

/** The lines outside of fences. */
function proseLines(markdown: string): readonly string[] {
  return markdown.replace(fences, "").split("\n");
}

function lowered(markdown: string): string {
  const blocks = markdown.match(fences) ?? [];
  const prose = markdown.split(fences).map((part) => part.replace(/^#/gm, "##"));
  return prose.map((part, index) => part + (blocks[index] ?? "")).join("");
}

const fences = /^```[\s\S]*?^```$/gm;

/** @throws {RangeError} when the text does not begin with a heading of level 1. */
export function titleOf(markdown: string): string {
  const [, title] = /^# (.+)/.exec(markdown) ?? [];
  if (title === undefined) {
    throw new RangeError("A page of the site begins with its title: # …");
  }
  return plain(title);
}

/** Of paragraphs of words: a table, a list or a fence tells little in one line. */
function firstParagraph(body: string): string {
  const found = body.split(/\n{2,}/).find((part) => /^(\p{L}|`|\*\*|\[)/u.test(part));
  return plain(found ?? "");
}

function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function shortened(text: string): string {
  if (text.length <= 160) return text;
  return `${text.slice(0, text.lastIndexOf(" ", 158))} …`;
}
