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
import { Heading, type HeadingLevel } from "../Heading.tsx";
import { OlderRevisions } from "../OlderRevisions/index.ts";
import { PartBoundary } from "../PartBoundary/index.ts";
import { PolicyBlocks, PolicySentence } from "../PolicyBlocks/index.ts";
import { PolicyContents } from "../PolicyContents/index.ts";
import { PolicySample } from "../PolicySample/index.ts";
import { PolicySummary } from "../PolicySummary/index.ts";

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
        <PolicyArticle
          policy={policy}
          language={language}
          headingLevel={headingLevel}
          contents={contents}
        />
      </PartBoundary>
    </article>
  );
}

interface PolicyArticleProps {
  readonly policy: Policy;
  readonly language: Language;
  readonly headingLevel: HeadingLevel;
  readonly contents: boolean;
}

function PolicyArticle({ policy, language, headingLevel, contents }: PolicyArticleProps) {
  const prefix = `${usePageId()}-`;
  const page = useMemo(() => buildPage(policy, language), [policy, language]);
  const { title, introduction, sections, samples, older, issued } = page;
  return (
    <>
      <Heading level={headingLevel}>{title}</Heading>
      <p className="kt-policy__issued" id={prefix + issued.anchor}>
        <PolicySentence sentence={issued} />
      </p>
      <PolicySummary summary={page.summary} idPrefix={prefix} />
      {contents && <PolicyContents contents={page.contents} idPrefix={prefix} />}
      <PolicyBlocks blocks={introduction} idPrefix={prefix} />
      {sections.map(({ anchor, heading, blocks }) => (
        <section key={anchor} aria-labelledby={prefix + anchor}>
          <Heading level={headingLevel + 1} id={prefix + anchor}>
            {heading}
          </Heading>
          <PolicyBlocks blocks={blocks} idPrefix={prefix} />
          {samples
            .filter(({ activity }) => activity === anchor)
            .map((sample) => (
              <PolicySample key={sample.activity} sample={sample} />
            ))}
        </section>
      ))}
      {older && (
        <OlderRevisions older={older} headingLevel={headingLevel + 1} idPrefix={prefix} />
      )}
    </>
  );
}
