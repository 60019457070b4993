export {
  PolicyBlocks,
  type PolicyBlocksProps,
  PolicyRows,
  type PolicyRowsProps,
} from "./PolicyBlocks.tsx";
