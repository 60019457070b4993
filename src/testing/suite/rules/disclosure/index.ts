import type { ContractRule } from "../../contractRule.ts";
import { payloadKind } from "./payloadKind.ts";
import { personIdAndName } from "./personIdAndName.ts";
import { textOfThePolicy } from "./textOfThePolicy.ts";

/** What is known of people, and what kind of bytes a payload is. */
export const disclosureRules: readonly ContractRule[] = [
  personIdAndName,
  payloadKind,
  textOfThePolicy,
];
