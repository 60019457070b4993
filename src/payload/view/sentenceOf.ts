import type { Section, Sentence } from "../../policy/document.ts";

/** The sentences of a section that tell of disclosed items, in its order. */
export function sentencesOf(section: Section): readonly Sentence[] {
  return section.blocks
    .flatMap((block) =>
      block.type === "paragraph"
        ? block.sentences
        : block.type === "list"
          ? block.entries
          : [],
    )
    .filter(({ items }) => items.length > 0);
}

/** The sentence of a section that tells of a disclosed item. */
export function sentenceOf(section: Section, item: string): Sentence | undefined {
  return sentencesOf(section).find(({ items }) => items.includes(item));
}
