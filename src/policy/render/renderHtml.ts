import type { OlderRevision, Renderable, Sample, ToldChange } from "../document.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { createHtmlParts } from "./htmlParts.ts";
import {
  alternateOf,
  completeOptions,
  frontMatterOf,
  type PageOptions,
} from "./pageOptions.ts";

/** How a policy is put into a page of HTML; every option has a default. */
export type HtmlOptions = PageOptions;

/**
 * A policy as semantic HTML that needs neither script nor style: one `<article>` with its
 * `lang`, to be put into any page. A page (`buildPage`) comes with its day, a summary and its
 * contents at the top, and with its samples and its older revisions, folded.
 *
 * @throws {RangeError} when `alternateUrl` is no address that may be linked.
 */
export function renderHtml(page: Renderable, options: HtmlOptions = {}): string {
  const { headingLevel, title, contents, idPrefix, alternateUrl, frontMatter } =
    completeOptions(options);
  const parts = createHtmlParts(idPrefix);
  const { block, section } = parts;
  const { samples = [], older } = page;
  const level = headingLevel + 1;
  const lines = [
    `<article class="kt-policy" lang="${page.language}" data-revision="${escapeHtml(page.revision)}">`,
    ...(title ? [`<h${headingLevel}>${escapeHtml(page.title)}</h${headingLevel}>`] : []),
    ...(page.issued ? [parts.issued(page.issued)] : []),
    ...alternateLink(page, alternateUrl),
    ...(page.summary ? [parts.summary(page.summary)] : []),
    ...(page.contents && contents ? [parts.contents(page.contents)] : []),
    ...page.introduction.map(block),
    ...page.sections.map(({ anchor, heading, blocks }) =>
      section(anchor, heading, level, [
        ...blocks.map(block),
        ...samples.filter(({ activity }) => activity === anchor).map(sample),
      ]),
    ),
    ...(older
      ? [
          section(
            older.anchor,
            older.heading,
            level,
            older.revisions.map((revision) => olderRevision(revision, level, idPrefix)),
          ),
        ]
      : []),
    "</article>\n",
  ];
  return frontMatterOf(page, frontMatter) + lines.join("\n");
}

function alternateLink(page: Renderable, url: string | undefined): readonly string[] {
  const alternate = alternateOf(page, url);
  if (!alternate) return [];
  const { language, name, url: href } = alternate;
  return [
    '<p class="kt-policy__alternate">' +
      `<a href="${escapeHtml(href)}" rel="alternate" hreflang="${language}" lang="${language}">` +
      `${name}</a></p>`,
  ];
}

function sample({ label, note, text }: Sample): string {
  return (
    `<details class="kt-policy__sample">\n<summary>${escapeHtml(label)}</summary>\n` +
    `<p>${escapeHtml(note)}</p>\n` +
    `<pre translate="no"><code>${escapeHtml(text)}</code></pre>\n</details>`
  );
}

function olderRevision(
  { anchor, label, summary, difference, text }: OlderRevision,
  level: number,
  prefix: string,
): string {
  const { block, heading } = createHtmlParts(`${prefix}${anchor}.`);
  return [
    `<details class="kt-policy__older" id="${escapeHtml(prefix + anchor)}">`,
    `<summary>${escapeHtml(label)}</summary>`,
    `<p>${escapeHtml(summary)}</p>`,
    `<p><strong>${escapeHtml(difference.label)}</strong></p>`,
    ...(difference.groups.length === 0 ? [`<p>${escapeHtml(difference.none)}</p>`] : []),
    ...difference.groups.map(
      ({ label: kind, changes }) =>
        `<p>${escapeHtml(kind)}</p>\n<ul>\n${changes.map(change).join("\n")}\n</ul>`,
    ),
    `<p><strong>${escapeHtml(text.label)}</strong></p>`,
    ...text.introduction.map(block),
    ...text.sections.flatMap(({ anchor: inner, heading: words, blocks }) => [
      heading(inner, words, level + 1),
      ...blocks.map(block),
    ]),
    "</details>",
  ].join("\n");
}

function change({ parts }: ToldChange): string {
  const told = parts.map(({ type, label, text }) => {
    const tag = type === "before" ? "del" : "ins";
    return `${escapeHtml(label)} <${tag}>${escapeHtml(text)}</${tag}>`;
  });
  return `<li>${told.join(" ")}</li>`;
}
