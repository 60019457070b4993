import type { OlderRevision, Renderable, Sample, ToldChange } from "../document.ts";
import { escapeMarkdown } from "./escapeMarkdown.ts";
import {
  markdownBlock,
  markdownContents,
  markdownDetails,
  markdownHeading,
  markdownParagraph,
  markdownSentence,
  markdownSummary,
} from "./markdownParts.ts";
import {
  alternateOf,
  completeOptions,
  frontMatterOf,
  type PageOptions,
} from "./pageOptions.ts";

/** How a policy is put into a page of Markdown; every option has a default. */
export type MarkdownOptions = PageOptions;

/**
 * A policy as Markdown for documentation sites, safe in MDX and in Vue pages. A page
 * (`buildPage`) comes with its day, a summary and its contents at the top, and with its
 * samples and its older revisions, folded. It is not the text
 * that a person agrees to: that one is `policyText`.
 *
 * @throws {RangeError} when `alternateUrl` is no address that may be linked.
 */
export function renderMarkdown(page: Renderable, options: MarkdownOptions = {}): string {
  const { headingLevel, title, contents, idPrefix, alternateUrl, frontMatter } =
    completeOptions(options);
  const { samples = [], older } = page;
  const level = headingLevel + 1;
  const parts = [
    ...(title ? [`${"#".repeat(headingLevel)} ${escapeMarkdown(page.title)}`] : []),
    ...(page.issued ? [markdownSentence(page.issued)] : []),
    ...alternateLink(page, alternateUrl),
    ...(page.summary ? [markdownSummary(page.summary)] : []),
    ...(page.contents && contents ? [markdownContents(page.contents, idPrefix)] : []),
    ...page.introduction.map(markdownBlock),
    ...page.sections.flatMap(({ anchor, heading, blocks }) => [
      markdownHeading(idPrefix + anchor, heading, level),
      ...blocks.map(markdownBlock),
      ...samples.filter(({ activity }) => activity === anchor).map(sample),
    ]),
    ...(older
      ? [
          markdownHeading(idPrefix + older.anchor, older.heading, level),
          ...older.revisions.map((revision) => olderRevision(revision, idPrefix)),
        ]
      : []),
  ];
  return `${frontMatterOf(page, frontMatter)}${parts.join("\n\n")}\n`;
}

function alternateLink(page: Renderable, url: string | undefined): readonly string[] {
  const alternate = alternateOf(page, url);
  if (!alternate) return [];
  const { language, name, url: href } = alternate;
  return [
    `<a href="${escapeMarkdown(href)}" rel="alternate" hrefLang="${language}" lang="${language}">${name}</a>`,
  ];
}

function sample({ label, note, text }: Sample): string {
  return markdownDetails(undefined, label, [
    markdownParagraph(note),
    `\`\`\`json\n${text}\`\`\``,
  ]);
}

/** Its headings are bold words, so that a site's list of contents keeps to what is in force. */
function olderRevision(
  { anchor, label, summary, difference, text }: OlderRevision,
  idPrefix: string,
): string {
  return markdownDetails(idPrefix + anchor, label, [
    markdownParagraph(summary),
    bold(difference.label),
    ...(difference.groups.length === 0 ? [markdownParagraph(difference.none)] : []),
    ...difference.groups.flatMap(({ label: kind, changes }) => [
      markdownParagraph(kind),
      changes.map(change).join("\n"),
    ]),
    bold(text.label),
    ...text.introduction.map(markdownBlock),
    ...text.sections.flatMap(({ heading, blocks }) => [
      bold(heading),
      ...blocks.map(markdownBlock),
    ]),
  ]);
}

function bold(text: string): string {
  return `**${escapeMarkdown(text.trim())}**`;
}

function change({ parts }: ToldChange): string {
  const told = parts.map(({ type, label, text }) => {
    const tag = type === "before" ? "del" : "ins";
    return `${escapeMarkdown(label)} <${tag}>${escapeMarkdown(text)}</${tag}>`;
  });
  return `- ${told.join(" ")}`;
}
