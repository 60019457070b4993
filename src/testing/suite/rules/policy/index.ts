import type { ContractRule } from "../../contractRule.ts";
import { policyOpen } from "./policyOpen.ts";
import { policyRevision } from "./policyRevision.ts";
import { policyTextDigests } from "./policyTextDigests.ts";
import { policyTextForm } from "./policyTextForm.ts";

/** What everybody is told: the policy and its texts. */
export const policyRules: readonly ContractRule[] = [
  policyOpen,
  policyRevision,
  policyTextDigests,
  policyTextForm,
];
