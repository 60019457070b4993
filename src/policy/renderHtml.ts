import type {
  Block,
  Inline,
  PolicyDocument,
  Row,
  Section,
  Sentence,
} from "./document.ts";

export interface HtmlOptions {
  /** The level of the title; sections are one below. @default 1 */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5;
}

/** The document as semantic HTML that needs neither script nor style. */
export function renderHtml(
  document: PolicyDocument,
  { headingLevel = 1 }: HtmlOptions = {},
): string {
  const [title, heading] = [`h${headingLevel}`, `h${headingLevel + 1}`];
  const section = ({ anchor, heading: words, blocks }: Section) =>
    `<section aria-labelledby="${anchor}">\n` +
    `<${heading} id="${anchor}">${escapeHtml(words)}</${heading}>\n` +
    `${blocks.map(block).join("\n")}\n</section>`;
  return [
    `<article class="kt-policy" lang="${document.language}">`,
    `<${title}>${escapeHtml(document.title)}</${title}>`,
    ...document.introduction.map(block),
    ...document.sections.map(section),
    "</article>\n",
  ].join("\n");
}

function block(node: Block): string {
  switch (node.type) {
    case "paragraph":
      return `<p>${node.sentences.map(span).join(" ")}</p>`;
    case "list":
      return `<ul>\n${node.entries
        .map(
          ({ anchor, content }) =>
            `<li id="${anchor}">${content.map(inline).join("")}</li>`,
        )
        .join("\n")}\n</ul>`;
    case "rows":
      return `<dl>\n${node.rows.map(row).join("\n")}\n</dl>`;
  }
}

function row({ anchor, name, values }: Row): string {
  const words = values.map(({ content }) => content.map(inline).join("")).join(" · ");
  return `<dt>${escapeHtml(name)}</dt><dd id="${anchor}">${words}</dd>`;
}

function span({ anchor, content }: Sentence): string {
  return `<span id="${anchor}">${content.map(inline).join("")}</span>`;
}

function inline(node: Inline): string {
  const text = escapeHtml(node.text);
  switch (node.type) {
    case "code":
      return `<code>${text}</code>`;
    case "time":
      return `<time datetime="${node.dateTime}">${text}</time>`;
    case "text":
      return text;
  }
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
