"use client";
import { useMemo, useRef } from "react";
import type { KlartextError } from "../../client/errors.ts";
import { useHostCallback } from "../../hooks/useHostCallback.ts";
import { useLanguage } from "../../hooks/useLanguage.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { openingWords } from "../../i18n/openingWords.ts";
import { buildPage } from "../../policy/buildPage.ts";
import type { Language } from "../../policy/language.ts";
import type { Policy } from "../../policy/policy.ts";
import { RetryAlert } from "../ErrorMessage/RetryAlert.tsx";
import type { HeadingLevel } from "../Heading.tsx";
import { PartBoundary } from "../PartBoundary/index.ts";
import { PolicyArticle } from "./PolicyArticle.tsx";

/** What a host gives to show a policy without its panel. */
export interface PrivacyPolicyProps {
  /** What is shown: `liveConfigPolicy()`, or a policy of the host's own. */
  readonly policy: Policy;
  /** The language of the text. @default the closest `lang`, else `fallbackLanguage` */
  readonly language?: Language | undefined;
  /** The language where the closest `lang` is neither German nor English, or missing. @default "en" */
  readonly fallbackLanguage?: Language | undefined;
  /** The level of the title; sections are one below. @default 1 */
  readonly headingLevel?: HeadingLevel | undefined;
  /** Whether it has a list of its sections; not where the site writes one itself. @default true */
  readonly contents?: boolean | undefined;
  /** Called with what went wrong; the page says it to the person. */
  readonly onError?: ((error: KlartextError) => void) | undefined;
}

/**
 * The privacy policy, whole, as an `<article>` with its own `lang`: its day, a summary and
 * its contents at the top, a sample of each payload and the older revisions folded. It needs no panel and no style, and renders on a
 * server.
 */
export function PrivacyPolicy({
  policy,
  language: given,
  fallbackLanguage = "en",
  headingLevel = 1,
  contents = true,
  onError,
}: PrivacyPolicyProps) {
  const root = useRef<HTMLElement>(null);
  const language = useLanguage(root, given, fallbackLanguage);
  const report = useHostCallback(onError);
  const { pageBroken, readAgain } = openingWords[language];
  return (
    <article ref={root} className="kt-root kt-policy" lang={language} data-kt="policy">
      <PartBoundary
        part="policy"
        onError={report}
        broken={(show) => (
          <RetryAlert
            sentence={pageBroken}
            label={readAgain}
            onRetry={async () => show()}
          />
        )}
      >
        <PolicyOnPage
          policy={policy}
          language={language}
          headingLevel={headingLevel}
          contents={contents}
        />
      </PartBoundary>
    </article>
  );
}

interface PolicyOnPageProps {
  readonly policy: Policy;
  readonly language: Language;
  readonly headingLevel: HeadingLevel;
  readonly contents: boolean;
}

/** Built within the boundary, which catches a policy that cannot be. */
function PolicyOnPage({ policy, language, ...rest }: PolicyOnPageProps) {
  const idPrefix = `${usePageId()}-`;
  const page = useMemo(() => buildPage(policy, language), [policy, language]);
  return <PolicyArticle page={page} idPrefix={idPrefix} {...rest} />;
}
