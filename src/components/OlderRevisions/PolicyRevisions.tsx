"use client";
import { useMemo } from "react";
import { buildPage } from "../../policy/buildPage.ts";
import type { Language } from "../../policy/language.ts";
import type { Policy } from "../../policy/policy.ts";
import { OlderRevisionList, type OlderRevisionsProps } from "./OlderRevisions.tsx";

export interface PolicyRevisionsProps extends Omit<OlderRevisionsProps, "older"> {
  readonly policy: Policy;
  readonly language: Language;
}

/** The revisions of a policy that are no longer in force, folded in a centre: a `<details>`. */
export function PolicyRevisions({ policy, language, ...rest }: PolicyRevisionsProps) {
  const { older } = useMemo(() => buildPage(policy, language), [policy, language]);
  return (
    older && (
      <details className="kt-disclosure kt-card" data-kt="older-revisions">
        <summary>{older.heading}</summary>
        <OlderRevisionList older={older} {...rest} />
      </details>
    )
  );
}
