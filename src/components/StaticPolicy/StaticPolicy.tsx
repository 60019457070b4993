import { buildPage } from "../../policy/buildPage.ts";
import type { Language } from "../../policy/language.ts";
import type { Policy } from "../../policy/policy.ts";
import { defaultPrefix } from "../../policy/render/pageOptions.ts";
import type { HeadingLevel } from "../Heading.tsx";
import { PolicyArticle } from "../PrivacyPolicy/PolicyArticle.tsx";

/** The policy, and how it is set into a page that a server or a build renders. */
export interface StaticPolicyProps {
  /** What is shown: `liveConfigPolicy()`, or a policy of the host's own. */
  readonly policy: Policy;
  /** The language of the text: nothing looks at the page around it. */
  readonly language: Language;
  /** The level of the title; sections are one below. @default 1 */
  readonly headingLevel?: HeadingLevel | undefined;
  /** Whether it has a list of its sections; not where the site writes one itself. @default true */
  readonly contents?: boolean | undefined;
  /** Put before every anchor, so that two may stand on a page. @default "policy-" */
  readonly idPrefix?: string | undefined;
}

/**
 * The privacy policy as `<PrivacyPolicy>` shows it, in a language that is given and without
 * state: a Server Component of React renders it, and the page loads no script for it.
 */
export function StaticPolicy({
  policy,
  language,
  headingLevel = 1,
  contents = true,
  idPrefix = defaultPrefix,
}: StaticPolicyProps) {
  return (
    <article className="kt-root kt-policy" lang={language} data-kt="policy">
      <PolicyArticle
        page={buildPage(policy, language)}
        headingLevel={headingLevel}
        contents={contents}
        idPrefix={idPrefix}
      />
    </article>
  );
}
