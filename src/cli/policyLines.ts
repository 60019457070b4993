import {
  readPolicyText,
  type TextBlock,
  type TextInline,
} from "../policy/readPolicyText.ts";
import { wrap } from "./wrap.ts";

/** The widest line that is read with ease. */
const widest = 100;

/** A text of the policy for a terminal: every word of it, without the marks of Markdown. */
export function policyLines(text: string, columns: number): string {
  const width = Math.min(columns, widest);
  return readPolicyText(text)
    .map((block) => blockLines(block, width))
    .join("\n\n");
}

function blockLines(block: TextBlock, width: number): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level)} ${wordsOf(block.content)}`;
    case "paragraph":
      return wrap(wordsOf(block.content), width);
    case "list":
      return block.entries
        .map((entry) => wrap(`- ${wordsOf(entry)}`, width).replaceAll("\n", "\n  "))
        .join("\n");
  }
}

function wordsOf(content: readonly TextInline[]): string {
  return content.map(({ text }) => text).join("");
}
