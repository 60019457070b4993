import type { PolicyPage } from "../../policy/document.ts";
import { Heading, type HeadingLevel } from "../Heading.tsx";
import { OlderRevisions } from "../OlderRevisions/index.ts";
import { PolicyBlocks, PolicySentence } from "../PolicyBlocks/index.ts";
import { PolicyContents } from "../PolicyContents/index.ts";
import { PolicySample } from "../PolicySample/index.ts";
import { PolicySummary } from "../PolicySummary/index.ts";

export interface PolicyArticleProps {
  readonly page: PolicyPage;
  readonly headingLevel: HeadingLevel;
  readonly contents: boolean;
  /** Put before every anchor, so that a policy can stand twice on one page. */
  readonly idPrefix: string;
}

/** What stands in the `<article>` of a policy, without hooks: a server renders it as it is. */
export function PolicyArticle({
  page,
  headingLevel,
  contents,
  idPrefix,
}: PolicyArticleProps) {
  const { title, introduction, sections, samples, older, issued } = page;
  return (
    <>
      <Heading level={headingLevel}>{title}</Heading>
      <p className="kt-policy__issued" id={idPrefix + issued.anchor}>
        <PolicySentence sentence={issued} />
      </p>
      <PolicySummary summary={page.summary} idPrefix={idPrefix} />
      {contents && <PolicyContents contents={page.contents} idPrefix={idPrefix} />}
      <PolicyBlocks blocks={introduction} idPrefix={idPrefix} />
      {sections.map(({ anchor, heading, blocks }) => (
        <section key={anchor} aria-labelledby={idPrefix + anchor}>
          <Heading level={headingLevel + 1} id={idPrefix + anchor}>
            {heading}
          </Heading>
          <PolicyBlocks blocks={blocks} idPrefix={idPrefix} />
          {samples
            .filter(({ activity }) => activity === anchor)
            .map((sample) => (
              <PolicySample key={sample.activity} sample={sample} />
            ))}
        </section>
      ))}
      {older && (
        <OlderRevisions
          older={older}
          headingLevel={headingLevel + 1}
          idPrefix={idPrefix}
        />
      )}
    </>
  );
}
