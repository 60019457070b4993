/** A fenced block of a Markdown file. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  /** The file that it is, where the line before ends with its name, such as `` `a.ts`: ``. */
  readonly file?: string;
}

/** The fenced blocks, in order. */
export function fencesOf(markdown: string): readonly Fence[] {
  return [...markdown.matchAll(/(?:`([^`\n]+)`:\n\n)?^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ([, file, language = "", text = ""]) => ({
      language,
      text,
      ...(file !== undefined && { file }),
    }),
  );
}

/** The quoted paragraphs, in order. */
export function quotesOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^> (.+)$/gm)].map(([, text = ""]) => text);
}

/** The cells of every table row whose first cell is not a heading, by the table's heading. */
export function tableOf(markdown: string, firstHeading: string): readonly string[][] {
  const [, rows = ""] =
    new RegExp(`^\\| ${firstHeading} \\|.*\\n\\| ---.*\\n((?:\\|.*\\n?)*)`, "m").exec(
      markdown,
    ) ?? [];
  return rows
    .trimEnd()
    .split("\n")
    .map((row) => row.split("|").slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** The targets of links and pictures, in order. */
export function linksOf(markdown: string): readonly string[] {
  const prose = proseOf(markdown).replace(/`[^`\n]*`/g, "");
  const inline = [...prose.matchAll(/\]\(([^)\s]+)\)/g)];
  const html = [...prose.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)];
  return [...inline, ...html].map(([, target = ""]) => target);
}

/** The headings of the first level. */
export function titlesOf(markdown: string): readonly string[] {
  return [...proseOf(markdown).matchAll(/^# (.+)$/gm)].map(([, title = ""]) => title);
}

/** Without blocks of code. */
function proseOf(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, "");
}

/** The anchors that the headings make. */
export function anchorsOf(markdown: string): readonly string[] {
  const prose = proseOf(markdown);
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
