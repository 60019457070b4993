export interface TextInline {
  readonly type: "text" | "strong" | "code";
  readonly text: string;
}

export type TextBlock =
  | {
      readonly type: "heading";
      readonly level: number;
      readonly content: readonly TextInline[];
    }
  | { readonly type: "paragraph"; readonly content: readonly TextInline[] }
  | { readonly type: "list"; readonly entries: readonly (readonly TextInline[])[] };

/**
 * Reads a text that `policyText` wrote, of any revision, for somebody to read it: headings,
 * paragraphs, lists, bold, code, and backslash escapes (CommonMark §§ 2.4, 4.2, 4.8, 5.2, 6).
 * What it does not know stays in the words of a paragraph, as it is written.
 */
export function readPolicyText(text: string): readonly TextBlock[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.replace(/^\n+|\n+$/g, ""))
    .filter((block) => block !== "")
    .map(readBlock);
}

function readBlock(block: string): TextBlock {
  const [, marks = "", heading] = /^(#{1,6}) ([^\n]+)$/.exec(block) ?? [];
  if (heading) {
    return { type: "heading", level: marks.length, content: readInlines(heading) };
  }
  const lines = block.split("\n");
  return lines.every((line) => line.startsWith("- "))
    ? { type: "list", entries: lines.map((line) => readInlines(line.slice("- ".length))) }
    : { type: "paragraph", content: readInlines(block) };
}

/** An escape, code, bold, or what is neither. */
const piecesOfText = /\\[\s\S]|`([^`]+)`|\*\*((?:\\[\s\S]|[^\\*])+)\*\*|[^\\`*]+|[\s\S]/g;

function readInlines(text: string): readonly TextInline[] {
  const inlines: TextInline[] = [];
  let plain = "";
  const endPlain = () => {
    if (plain !== "") inlines.push({ type: "text", text: plain });
    plain = "";
  };
  for (const [piece, code, strong] of text.matchAll(piecesOfText)) {
    if (code === undefined && strong === undefined) plain += unescaped(piece);
    else endPlain();
    if (code !== undefined) inlines.push({ type: "code", text: code });
    if (strong !== undefined) inlines.push({ type: "strong", text: unescaped(strong) });
  }
  endPlain();
  return inlines;
}

/** What `renderText` escapes, with the point after a number at the start of a block. */
function unescaped(text: string): string {
  return text.replace(/\\([\\`*_[\]<>#|.)])/g, "$1");
}
