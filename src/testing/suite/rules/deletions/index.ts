import type { ContractRule } from "../../contractRule.ts";
import { deletionMembers } from "./deletionMembers.ts";
import { deletionsTold } from "./deletionsTold.ts";
import { signatures } from "./signatures.ts";

/** The vendor's deletions, as the purposes, the history and the log tell them. */
export const deletionsRules: readonly ContractRule[] = [
  deletionsTold,
  deletionMembers,
  signatures,
];
