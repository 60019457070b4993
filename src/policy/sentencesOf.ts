import type { Block, Sentence } from "./document.ts";

/** The sentences of a block, in reading order. */
export function sentencesOf(block: Block): readonly Sentence[] {
  switch (block.type) {
    case "paragraph":
      return block.sentences;
    case "list":
      return block.entries;
    case "rows":
      return block.rows.flatMap(({ values }) => values);
  }
}
