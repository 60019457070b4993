import type { ContractRule } from "../../contractRule.ts";
import { errorsAreProblems } from "./errorsAreProblems.ts";
import { ownHost } from "./ownHost.ts";
import { sessionNeeded } from "./sessionNeeded.ts";
import { unknownPurpose } from "./unknownPurpose.ts";

/** Who is answered at all, and with which problem. */
export const accessRules: readonly ContractRule[] = [
  sessionNeeded,
  unknownPurpose,
  errorsAreProblems,
  ownHost,
];
