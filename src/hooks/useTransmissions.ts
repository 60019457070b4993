"use client";
import { transmissionsQuery } from "../client/queries.ts";
import type { Transmission } from "../contract/transmission.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import { type ShownEntries, useEntries } from "./useEntries.ts";

/** The attempts of one purpose, read while the log is open. */
export function useTransmissions(
  purpose: string,
  isOpen: boolean,
): ShownEntries<Transmission> {
  return useEntries(transmissionsQuery(usePrivacy().client), purpose, isOpen);
}
