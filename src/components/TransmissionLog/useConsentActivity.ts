"use client";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { type ConsentActivity, consentActivity } from "../../policy/policy.ts";

/** What the policy of the page says of a purpose: when it sends, and how a report is read. */
export function useConsentActivity(purpose: string): ConsentActivity | undefined {
  return consentActivity(usePrivacy().policy, purpose);
}
