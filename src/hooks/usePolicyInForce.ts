"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { compareText } from "../client/compareText.ts";
import type { KlartextError } from "../client/errors.ts";
import type { GrantConditions } from "../client/grantObstacle.ts";
import { policyQuery, textDigestQuery } from "../client/queries.ts";
import { buildDocument } from "../policy/buildDocument.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { Policy } from "../policy/policy.ts";
import { documentText } from "../policy/policyText.ts";
import { findRevision } from "../policy/revisions.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import { useSettledError } from "./useSettledError.ts";

export interface PolicyInForce {
  /** Whether the panel has named its revision. */
  readonly isRead: boolean;
  /** When the panel last answered, or failed to, in milliseconds; 0 before. */
  readonly answeredAt: number;
  readonly policy: Policy;
  readonly document: PolicyDocument;
  /** SHA-256 of the text shown, once computed. */
  readonly textDigest: string | undefined;
  /** Why the policy cannot be read from the panel. */
  readonly error: KlartextError | undefined;
  /** Whether the panel stands for the very text that the page shows. */
  readonly text: GrantConditions["text"];
}

/** The revision that the panel names, as far as the page knows it, else the page's own. */
export function usePolicyInForce(): PolicyInForce {
  const { client, policy: newest, language, queryClient } = usePrivacy();
  const {
    data: stated,
    error,
    isFetching,
    dataUpdatedAt,
    errorUpdatedAt,
  } = useQuery(policyQuery(client), queryClient);
  const failure = useSettledError(error, isFetching);

  const named = stated && findRevision(newest, stated.revision);
  const policy = named ?? newest;
  const document = useMemo(() => buildDocument(policy, language), [policy, language]);
  const text = useMemo(() => documentText(document), [document]);
  const { data: textDigest } = useQuery(textDigestQuery(text), queryClient);

  const comparison = compareText({
    ...{ stated, language, textDigest },
    isFailed: failure !== undefined,
    isNamed: named !== undefined,
  });
  return {
    isRead: stated !== undefined,
    answeredAt: Math.max(dataUpdatedAt, errorUpdatedAt),
    ...{ policy, document, textDigest, error: failure, text: comparison },
  };
}
