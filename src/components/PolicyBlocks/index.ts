export {
  PolicyBlocks,
  type PolicyBlocksProps,
  PolicyRows,
  type PolicyRowsProps,
  PolicySentence,
} from "./PolicyBlocks.tsx";
