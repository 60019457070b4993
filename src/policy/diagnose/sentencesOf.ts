import type { BlockDefinition } from "../policy.ts";

/** The names of the sentences that a block tells. */
export function sentencesOf(block: BlockDefinition): readonly string[] {
  return block.type === "paragraph" ? block.sentences : [block.introduction];
}
