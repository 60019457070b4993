/** What a page of the site needs to be told of a Markdown file that has no front matter. */
export interface Front {
  readonly title: string;
  /** The first paragraph without marks, for search engines. */
  readonly description: string;
  /** What follows the title. */
  readonly body: string;
}

/** @throws {RangeError} when the text does not begin with a heading of level 1. */
export function frontOf(markdown: string): Front {
  const title = titleOf(markdown);
  const body = markdown.slice(markdown.indexOf("\n") + 1).trimStart();
  return { title, description: shortened(firstParagraph(body)), body };
}

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
