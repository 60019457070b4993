import type { ContractRule } from "../../contractRule.ts";
import { grant } from "./grant.ts";
import { grantBindsAnew } from "./grantBindsAnew.ts";
import { locked } from "./locked.ts";
import { purposesApart } from "./purposesApart.ts";
import { refusal } from "./refusal.ts";
import { withdrawInstead } from "./withdrawInstead.ts";

/** Refusing and giving consent, from `undecided` or `withdrawn`. */
export const decisionsRules: readonly ContractRule[] = [
  refusal,
  locked,
  grant,
  withdrawInstead,
  grantBindsAnew,
  purposesApart,
];
