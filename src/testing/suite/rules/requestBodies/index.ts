import type { ContractRule } from "../../contractRule.ts";
import { largeBody } from "./largeBody.ts";
import { malformedBody } from "./malformedBody.ts";
import { mediaType } from "./mediaType.ts";
import { orderOfProblems } from "./orderOfProblems.ts";

/** Bodies that are none of the contract, and the order in which faults are answered. */
export const requestBodiesRules: readonly ContractRule[] = [
  malformedBody,
  mediaType,
  largeBody,
  orderOfProblems,
];
