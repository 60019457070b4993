import type { BlockDefinition } from "../policy.ts";

/** The names of the sentences that a block tells. */
export function sentenceNamesOf(block: BlockDefinition): readonly string[] {
  return block.type === "paragraph" ? block.sentences : [block.introduction];
}
