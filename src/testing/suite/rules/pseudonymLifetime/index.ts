import type { ContractRule } from "../../contractRule.ts";
import { pseudonymGoneAfterWithdrawal } from "./pseudonymGoneAfterWithdrawal.ts";
import { pseudonymMadeByGrant } from "./pseudonymMadeByGrant.ts";
import { pseudonymNewAfterWithdrawal } from "./pseudonymNewAfterWithdrawal.ts";

/** The UUID: made with consent, gone with it. */
export const pseudonymLifetimeRules: readonly ContractRule[] = [
  pseudonymMadeByGrant,
  pseudonymGoneAfterWithdrawal,
  pseudonymNewAfterWithdrawal,
];
