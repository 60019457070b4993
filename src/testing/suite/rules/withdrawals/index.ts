import type { ContractRule } from "../../contractRule.ts";
import { overtakenGrant } from "./overtakenGrant.ts";
import { tagAsNumber } from "./tagAsNumber.ts";
import { withdrawalAgain } from "./withdrawalAgain.ts";
import { withdrawalNewTag } from "./withdrawalNewTag.ts";
import { withdrawalWithAnyIfMatch } from "./withdrawalWithAnyIfMatch.ts";
import { withdrawalWithoutIfMatch } from "./withdrawalWithoutIfMatch.ts";

/** Withdrawing: never harder than giving (GDPR Art. 7(3)). */
export const withdrawalsRules: readonly ContractRule[] = [
  withdrawalWithoutIfMatch,
  withdrawalWithAnyIfMatch,
  withdrawalAgain,
  withdrawalNewTag,
  tagAsNumber,
  overtakenGrant,
];
