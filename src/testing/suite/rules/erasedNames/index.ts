import type { ContractRule } from "../../contractRule.ts";
import { nameErased } from "./nameErased.ts";
import { nameOfNobody } from "./nameOfNobody.ts";

/** What remains of a person whose name is erased. */
export const erasedNamesRules: readonly ContractRule[] = [nameOfNobody, nameErased];
