import type { Block, PolicyDocument, Section, Sentence } from "../../src/policy/index.ts";
import { sentencesOf as sentencesOfBlock } from "../../src/policy/sentencesOf.ts";

/** The sentences of some blocks, in reading order. */
export function sentencesOf(blocks: readonly Block[]): readonly Sentence[] {
  return blocks.flatMap(sentencesOfBlock);
}

/** The sentences of the page, in reading order; those of the cards are not among them. */
export function sentencesOfPage({
  introduction,
  sections,
}: PolicyDocument): readonly Sentence[] {
  return [introduction, ...sections.map(({ blocks }) => blocks)].flatMap(sentencesOf);
}

/** The section with this anchor. */
export function sectionOf(document: PolicyDocument, anchor: string): Section {
  const found = document.sections.find((section) => section.anchor === anchor);
  if (!found) throw new RangeError(`The document has no section "${anchor}".`);
  return found;
}
