import type { ContractRule } from "../../contractRule.ts";
import { chainCursors } from "./chainCursors.ts";
import { chainHead } from "./chainHead.ts";
import { chainLinks } from "./chainLinks.ts";
import { chainNames } from "./chainNames.ts";

/** The chain of digests over history and log. */
export const chainRules: readonly ContractRule[] = [
  chainLinks,
  chainHead,
  chainNames,
  chainCursors,
];
