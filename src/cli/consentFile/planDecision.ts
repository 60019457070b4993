import type { PolicyResource } from "../../contract/policyResource.ts";
import type { PurposeState } from "../../contract/purposeState.ts";
import { knownStatus } from "../../contract/transitions.ts";
import type { WantedDecision } from "./consentFile.ts";

/** Why what a file wants is not done. */
export const planProblems = [
  "unknown",
  "decided-otherwise",
  "suspended",
  "policy-changed",
] as const;

export type PlanProblem = (typeof planProblems)[number];

/** What there is to do about one purpose. */
export type Plan =
  | { readonly act: "none" }
  | { readonly act: "grant" | "refuse" | "withdraw" }
  | { readonly act: "none"; readonly problem: PlanProblem };

/**
 * What makes a purpose as a file wants it: nothing where it is so already.
 *
 * A "no" of the file holds whatever there was. A "yes" takes the place of no other "no":
 * consent that was refused or withdrawn by another way stays so, however often the file is
 * applied (GDPR Art. 7(3)); and what a person has to look at, such as a restored backup,
 * waits for one. On a copied server it is given anew, under a pseudonym of its own.
 */
export function planDecision(
  wanted: WantedDecision,
  { decision, activity }: Pick<PurposeState, "decision" | "activity">,
  { revision, texts }: Pick<PolicyResource, "revision" | "texts">,
): Plan {
  const status = knownStatus(decision.status);
  if (status === undefined) return { act: "none", problem: "unknown" };
  const isConsent = status === "granted" || status === "outdated";
  if (wanted.decision !== "granted") {
    if (isConsent) return { act: "withdraw" };
    const isAsked = wanted.decision === "refused" && status === "undecided";
    return isAsked ? { act: "refuse" } : { act: "none" };
  }
  const { suspended } = activity;
  if (suspended !== null && suspended !== "machine-changed") {
    return { act: "none", problem: "suspended" };
  }
  if (status === "granted" && suspended === null) return { act: "none" };
  const isNo = status === "refused" || status === "withdrawn";
  if (isNo && decision.via !== "file") {
    return { act: "none", problem: "decided-otherwise" };
  }
  const isCurrent =
    wanted.revision === revision && wanted.textDigest === texts[wanted.language].digest;
  return isCurrent ? { act: "grant" } : { act: "none", problem: "policy-changed" };
}
