"use client";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { type ConsentActivity, consentActivities } from "../../policy/policy.ts";

/** What the policy of the page says of a purpose: when it sends, and how a report is read. */
export function useConsentActivity(purpose: string): ConsentActivity | undefined {
  const { policy } = usePrivacy();
  return consentActivities(policy).find(({ id }) => id === purpose);
}
