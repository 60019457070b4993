"use client";
import { decisionsQuery } from "../client/queries.ts";
import type { DecisionRecord } from "../contract/decisionRecord.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import { type ShownEntries, useEntries } from "./useEntries.ts";

/** The history of one purpose, read while it is open. */
export function useDecisions(
  purpose: string,
  isOpen: boolean,
): ShownEntries<DecisionRecord> {
  return useEntries(decisionsQuery(usePrivacy().client), purpose, isOpen);
}
