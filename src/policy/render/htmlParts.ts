import type { Block, Contents, Inline, Row, Sentence, Summary } from "../document.ts";
import { joinCell } from "../document.ts";
import { escapeHtml } from "./escapeHtml.ts";

/** Writes the parts of a page as HTML; each anchor begins with a prefix. */
export function createHtmlParts(prefix: string) {
  const idOf = (anchor: string) => escapeHtml(prefix + anchor);

  const heading = (anchor: string, text: string, level: number) => {
    const tag = `h${Math.min(level, 6)}`;
    return `<${tag} id="${idOf(anchor)}">${escapeHtml(text)}</${tag}>`;
  };

  /** A section under a heading that names it; its content is HTML. */
  const section = (
    anchor: string,
    text: string,
    level: number,
    content: readonly string[],
  ) =>
    [
      `<section aria-labelledby="${idOf(anchor)}">`,
      heading(anchor, text, level),
      ...content,
      "</section>",
    ].join("\n");

  const sentence = (tag: "li" | "span") => (node: Sentence) =>
    `<${tag} id="${idOf(node.anchor)}">${inlines(node)}</${tag}>`;

  const row = ({ anchor, name, values }: Row) =>
    `<dt>${escapeHtml(name)}</dt><dd id="${idOf(anchor)}">${values.map(inlines).join(" · ")}</dd>`;

  const block = (node: Block): string => {
    switch (node.type) {
      case "paragraph":
        return `<p>${node.sentences.map(sentence("span")).join(" ")}</p>`;
      case "list":
        return `<ul>\n${node.entries.map(sentence("li")).join("\n")}\n</ul>`;
      case "rows":
        return `<dl>\n${node.rows.map(row).join("\n")}\n</dl>`;
    }
  };

  /** What stands before a policy: its day. */
  const issued = (day: Sentence) =>
    `<p class="kt-policy__issued" id="${idOf(day.anchor)}">${inlines(day)}</p>`;

  /** A table; each cell has the name of its column, for a sheet to show where rows are stacked. */
  const summary = ({ anchor, caption, columns, rows }: Summary) =>
    [
      '<div class="kt-policy__summary">',
      "<table>",
      `<caption id="${idOf(anchor)}">${escapeHtml(caption)}</caption>`,
      `<thead><tr>${columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("")}</tr></thead>`,
      "<tbody>",
      ...rows.map(
        ({ heading: name, cells }) =>
          `<tr><th scope="row">${escapeHtml(name)}</th>${cells
            .map(
              (cell, index) =>
                `<td>${column(columns[index + 1] ?? "")}${joinCell(cell, inlines)}</td>`,
            )
            .join("")}</tr>`,
      ),
      "</tbody>",
      "</table>",
      "</div>",
    ].join("\n");

  const contents = ({ anchor, label, entries }: Contents) =>
    [
      `<nav class="kt-policy__contents" aria-labelledby="${idOf(anchor)}">`,
      `<p id="${idOf(anchor)}">${escapeHtml(label)}</p>`,
      "<ul>",
      ...entries.map(
        ({ anchor: target, heading: name }) =>
          `<li><a href="#${idOf(target)}">${escapeHtml(name)}</a></li>`,
      ),
      "</ul>",
      "</nav>",
    ].join("\n");

  return { block, contents, heading, issued, section, summary };
}

function column(name: string): string {
  return `<span class="kt-policy__column" hidden="">${escapeHtml(name)}</span>`;
}

function inlines({ content }: Sentence): string {
  return content.map(inline).join("");
}

function inline(node: Inline): string {
  const text = escapeHtml(node.text);
  switch (node.type) {
    case "code":
      return `<code translate="no">${text}</code>`;
    case "time":
      return `<time datetime="${node.dateTime}">${text}</time>`;
    case "text":
      return text;
  }
}
