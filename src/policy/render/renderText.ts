import type { Block, Card, Inline, PolicyDocument, Sentence } from "../document.ts";

/**
 * The document as plain CommonMark, heading level 1, with the sentences of the cards at the
 * end: what a *text digest* is made of, so its bytes never change for the same words.
 */
export function renderText(document: PolicyDocument): string {
  const parts = [
    `# ${escapeMarkdown(document.title)}`,
    ...document.introduction.map(block),
    ...document.sections.flatMap(({ heading, blocks }) => [
      `## ${escapeMarkdown(heading)}`,
      ...blocks.map(block),
    ]),
    ...document.cards.map(card),
  ];
  return `${parts.join("\n\n")}\n`;
}

function block(node: Block): string {
  switch (node.type) {
    case "paragraph":
      return node.sentences.map(sentence).join(" ");
    case "list":
      return node.entries.map((entry) => `- ${sentence(entry)}`).join("\n");
    case "rows":
      return rows(node.rows);
  }
}

function rows(list: Extract<Block, { type: "rows" }>["rows"]): string {
  return list
    .map(
      ({ name, values }) =>
        `- **${escapeMarkdown(name)}:** ${values.map(sentence).join(" · ")}`,
    )
    .join("\n");
}

function card({ label, rows: list }: Card): string {
  return `**${escapeMarkdown(label)}**\n\n${rows(list)}`;
}

function sentence({ content }: Sentence): string {
  return content.map(inline).join("");
}

function inline(node: Inline): string {
  return node.type === "code" ? `\`${node.text}\`` : escapeMarkdown(node.text);
}

/**
 * CommonMark § 2.4: a backslash makes an ASCII punctuation character literal. The point
 * after a leading number would begin an ordered list (§ 5.2).
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/\s*[\r\n]+\s*/g, " ");
}
