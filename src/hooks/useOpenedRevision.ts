"use client";
import { useState } from "react";
import type { Policy } from "../policy/policy.ts";
import type { PolicyInForce } from "./usePolicyInForce.ts";

/** The revision that the page showed first, once the panel had named one. */
export function useOpenedRevision({ policy, text }: PolicyInForce): Policy | undefined {
  const [opened, setOpened] = useState<Policy>();
  if (!opened && (text === "same" || text === "other")) setOpened(policy);
  return opened;
}
