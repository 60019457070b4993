"use client";
import type { QueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { PanelClient } from "../client/createClient.ts";
import type { KlartextError } from "../client/errors.ts";
import type { Decision } from "../contract/decision.ts";
import type { Language } from "../policy/language.ts";
import type { Policy } from "../policy/policy.ts";

/** A decision of the person on this page, as the panel has confirmed it. */
export interface ConfirmedDecision {
  readonly purpose: string;
  readonly decision: Decision;
}

/** What every part of a privacy centre shares. */
export interface Privacy {
  readonly client: PanelClient;
  /** The newest revision that the page knows. */
  readonly policy: Policy;
  readonly language: Language;
  readonly queryClient: QueryClient;
  /** Tells the host, which may be slow or fail, of a confirmed decision. */
  readonly tellHost: (confirmed: ConfirmedDecision) => void;
  /** Tells the host what went wrong; the page goes on, whatever the host does with it. */
  readonly report: (error: KlartextError) => void;
}

export const PrivacyContext = createContext<Privacy | null>(null);

/** @throws outside a `<PrivacyCenter>`. */
export function usePrivacy(): Privacy {
  const privacy = useContext(PrivacyContext);
  if (privacy) return privacy;
  throw new Error(
    "usePrivacy was called outside a <PrivacyCenter>. Render the component inside one.",
  );
}
