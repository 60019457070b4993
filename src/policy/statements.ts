import type { Block, PolicyDocument, Row } from "./document.ts";
import { plainText } from "./document.ts";

/** One thing that a policy says, wherever it stands. */
export interface Statement {
  /** The same in every language and revision. */
  readonly anchor: string;
  /** The section that it belongs to: `general`, an activity's id, or `status`. */
  readonly scope: string;
  /** Whether it names an item, tells a setting of the vendor, or is any other sentence. */
  readonly kind: StatementKind;
  readonly text: string;
}

export const statementKinds = ["item", "sentence", "setting"] as const;

type StatementKind = (typeof statementKinds)[number];

/**
 * Everything that a document says, each anchor once, in reading order. A heading has the
 * anchor of its section.
 */
export function statementsOf(document: PolicyDocument): readonly Statement[] {
  const { title, introduction, sections, cards } = document;
  const all = [
    sentence("general", "general", title),
    ...introduction.flatMap((block) => fromBlock("general", block)),
    ...sections.flatMap(({ anchor, heading, blocks }) => [
      sentence(anchor, anchor, heading),
      ...blocks.flatMap((block) => fromBlock(anchor, block)),
    ]),
    ...cards.flatMap(({ activity, label, rows }) => [
      sentence(activity, `${activity}.card.label`, label),
      ...rows.flatMap((row) => fromRow(activity, row)),
    ]),
  ];
  return [...new Map(all.map((one) => [one.anchor, one])).values()];
}

function sentence(scope: string, anchor: string, text: string): Statement {
  return { anchor, scope, kind: "sentence", text };
}

function fromBlock(scope: string, block: Block): readonly Statement[] {
  if (block.type === "rows") return block.rows.flatMap((row) => fromRow(scope, row));
  const sentences = block.type === "paragraph" ? block.sentences : block.entries;
  return sentences.map((one) => sentence(scope, one.anchor, plainText(one)));
}

/** A row's name is a sentence of its own; a row outside a card holds a setting. */
function fromRow(scope: string, { anchor, name, values }: Row): readonly Statement[] {
  const inCard = anchor.startsWith(`${scope}.card.`);
  return [
    sentence(scope, `${anchor}:name`, name),
    ...values.map((value): Statement => {
      const kind = inCard ? (value.items.length > 0 ? "item" : "sentence") : "setting";
      return { anchor: value.anchor, scope, kind, text: plainText(value) };
    }),
  ];
}
