import { plain, unreadable } from "../serializePayload.ts";

const linesPerBlock = 100;

/** A text in pieces of 100 lines, line breaks and all; joined they are the text. */
export function splitBlocks(text: string): readonly string[] {
  const blocks: string[] = [];
  let start = 0;
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lines += 1;
    if (lines % linesPerBlock > 0) continue;
    blocks.push(text.slice(start, at + 1));
    start = at + 1;
  }
  return start < text.length || blocks.length === 0
    ? [...blocks, text.slice(start)]
    : blocks;
}

/** A piece of a text: what can be read as it is, or one invisible character in a row. */
type BytePart =
  | { readonly kind: "readable"; readonly text: string }
  | { readonly kind: "marked"; readonly text: string; readonly code: string };

/**
 * Sets the characters of a text apart that a reader cannot see or that reorder what a
 * reader sees, each named as Unicode does (UAX #9, UTR #36 § 3); joined the parts are the
 * text. A line break and a tab are what they look like.
 */
export function splitMarks(text: string): readonly BytePart[] {
  if (plain.test(text)) return text === "" ? [] : [{ kind: "readable", text }];
  const parts: BytePart[] = [];
  let start = 0;
  const readTo = (end: number) => {
    if (end > start) parts.push({ kind: "readable", text: text.slice(start, end) });
  };
  for (const { 0: found, index } of text.matchAll(unreadable)) {
    if (found === "\n" || found === "\t") continue;
    readTo(index);
    const last = parts.at(-1);
    const code = codeOf(found);
    if (last?.kind === "marked" && last.code === code && start === index) {
      parts[parts.length - 1] = { ...last, text: last.text + found };
    } else parts.push({ kind: "marked", text: found, code });
    start = index + found.length;
  }
  readTo(text.length);
  return parts;
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
