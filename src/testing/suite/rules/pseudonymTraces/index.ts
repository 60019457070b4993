import type { ContractRule } from "../../contractRule.ts";
import { deletionAskedFor } from "./deletionAskedFor.ts";
import { pseudonymNowhereAfterWithdrawal } from "./pseudonymNowhereAfterWithdrawal.ts";
import { pseudonymNowhereElse } from "./pseudonymNowhereElse.ts";
import { sentAsShown } from "./sentAsShown.ts";

/** A UUID stands where it must, and is gone with consent. */
export const pseudonymTracesRules: readonly ContractRule[] = [
  pseudonymNowhereElse,
  pseudonymNowhereAfterWithdrawal,
  deletionAskedFor,
  sentAsShown,
];
