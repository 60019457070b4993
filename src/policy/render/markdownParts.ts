import type { Block, Contents, Inline, Row, Sentence, Summary } from "../document.ts";
import { joinCell } from "../document.ts";
import { escapeBlockStart, escapeMarkdown } from "./escapeMarkdown.ts";

/** A heading below its anchor, an element of its own: renderers name headings differently. */
export function markdownHeading(id: string, text: string, level: number): string {
  const marks = "#".repeat(Math.min(level, 6));
  return `<div id="${escapeMarkdown(id)}"></div>\n\n${marks} ${escapeMarkdown(text)}`;
}

export function markdownParagraph(text: string): string {
  return escapeBlockStart(escapeMarkdown(text));
}

/** A paragraph of one sentence. */
export function markdownSentence(node: Sentence): string {
  return escapeBlockStart(sentence(node));
}

export function markdownBlock(node: Block): string {
  switch (node.type) {
    case "paragraph":
      return escapeBlockStart(node.sentences.map(sentence).join(" "));
    case "list":
      return node.entries
        .map((entry) => `- ${escapeBlockStart(sentence(entry))}`)
        .join("\n");
    case "rows":
      return node.rows.map(row).join("\n");
  }
}

/** Something folded: its summary is HTML, its content Markdown. */
export function markdownDetails(
  id: string | undefined,
  summary: string,
  content: readonly string[],
): string {
  const open = id === undefined ? "<details>" : `<details id="${escapeMarkdown(id)}">`;
  return [
    `${open}\n<summary>${escapeMarkdown(summary)}</summary>`,
    ...content,
    "</details>",
  ].join("\n\n");
}

/** A table as HTML, which CommonMark has no tables for; a blank line would end it. */
export function markdownSummary({ caption, columns, rows }: Summary): string {
  return [
    "<table>",
    `<caption>${escapeMarkdown(caption)}</caption>`,
    `<thead><tr>${columns.map((name) => `<th scope="col">${escapeMarkdown(name)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map(
      ({ heading, cells }) =>
        `<tr><th scope="row">${escapeMarkdown(heading)}</th>${cells
          .map((cell) => `<td>${joinCell(cell, sentenceInHtml)}</td>`)
          .join("")}</tr>`,
    ),
    "</tbody>",
    "</table>",
  ].join("\n");
}

/** Links as HTML: sites that check those of Markdown do not see the anchors. */
export function markdownContents(
  { anchor, label, entries }: Contents,
  idPrefix: string,
): string {
  const id = escapeMarkdown(idPrefix + anchor);
  return [
    `<nav aria-labelledby="${id}">`,
    `<p id="${id}">${escapeMarkdown(label)}</p>`,
    "<ul>",
    ...entries.map(
      ({ anchor: target, heading }) =>
        `<li><a href="#${escapeMarkdown(idPrefix + target)}">${escapeMarkdown(heading)}</a></li>`,
    ),
    "</ul>",
    "</nav>",
  ].join("\n");
}

/** A sentence within HTML, where CommonMark reads no marks. */
function sentenceInHtml({ content }: Sentence): string {
  return content
    .map((node) =>
      node.type === "code" ? `<code>${escapeMarkdown(node.text)}</code>` : inline(node),
    )
    .join("");
}

function row({ name, values }: Row): string {
  return `- **${escapeMarkdown(name.trim())}:** ${values.map(sentence).join(" · ")}`;
}

function sentence({ content }: Sentence): string {
  return content.map(inline).join("");
}

/** Attributes are written as JSX wants them; HTML does not mind. */
function inline(node: Inline): string {
  switch (node.type) {
    case "code":
      // What a template language would read in code as well stays plain text.
      return /^[^`{}\s](?:[^`{}\t\n\f\r]*[^`{}\s])?$/.test(node.text)
        ? `\`${node.text}\``
        : escapeMarkdown(node.text);
    case "time":
      return `<time dateTime="${node.dateTime}">${escapeMarkdown(node.text)}</time>`;
    case "text":
      return escapeMarkdown(node.text);
  }
}
