import type { Section, Sentence } from "../../policy/document.ts";
import { sentencesOf } from "../../policy/sentencesOf.ts";

/** The sentences of a section that tell of disclosed items, in its order. */
export function disclosingSentences(section: Section): readonly Sentence[] {
  return section.blocks.flatMap(sentencesOf).filter(({ items }) => items.length > 0);
}

/** The sentence of a section that tells of a disclosed item. */
export function sentenceOf(section: Section, item: string): Sentence | undefined {
  return disclosingSentences(section).find(({ items }) => items.includes(item));
}
