import type { ContractRule } from "../../contractRule.ts";
import { policyForEverybody } from "./policyForEverybody.ts";
import { readOnlyReadsEverything } from "./readOnlyReadsEverything.ts";
import { sessionCookies } from "./sessionCookies.ts";
import { sessionOnEveryAddress } from "./sessionOnEveryAddress.ts";
import { sessionOnEveryWrite } from "./sessionOnEveryWrite.ts";

/** Who has to be signed in, at every address and for every write. */
export const sessionsRules: readonly ContractRule[] = [
  sessionOnEveryAddress,
  policyForEverybody,
  readOnlyReadsEverything,
  sessionOnEveryWrite,
  sessionCookies,
];
