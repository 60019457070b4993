import type { CommandWords } from "../i18n/createCommandWords.ts";
import { buildSummary } from "../policy/buildSummary.ts";
import { type Block, plainText, type Sentence } from "../policy/document.ts";
import { buildDocument, type Language, type Policy } from "../policy/index.ts";
import { sentencesOf } from "../policy/sentencesOf.ts";

/**
 * A draft of a record of processing activities (GDPR Art. 30(1)) as CSV (RFC 4180): a line
 * for each activity and point. What the policy does not say is named as what a controller
 * has to add; nothing is made up for it.
 */
export function recordOfProcessing(
  policy: Policy,
  language: Language,
  words: CommandWords,
): string {
  const document = buildDocument(policy, language);
  const summary = buildSummary(policy, document);
  const { settings } = policy;
  const missing = (what: string) => words("record.missing", { what });
  const opening = document.introduction.map(textOf).join(" ");
  const rows = policy.activities.flatMap(({ id, basis }) => {
    const section = document.sections.find(({ anchor }) => anchor === id);
    const cells = summary.rows.find(({ activity }) => activity === id)?.cells ?? [];
    const [, , identification = [], retention = []] = cells;
    const items = (section?.blocks ?? []).flatMap((block) =>
      block.type === "list" ? block.entries.map(plainText) : [],
    );
    const told = (section?.blocks ?? []).map(textOf).join(" ");
    const kept = settings.retention?.[id]?.[language];
    const points = [
      ["controller", settings.controller?.[language] ?? missing(words("record.whoIs"))],
      ["purpose", settings.purpose?.[id]?.[language] ?? missing(words("record.why"))],
      ["basis", words(`record.bases.${basis}`)],
      ["subjects", missing(words("record.whose"))],
      ["data", items.length > 0 ? items.join("; ") : told],
      ["identification", sentences(identification)],
      ["recipients", policy.vendor[language]],
      ["transfers", missing(words("record.where"))],
      ["erasure", kept ?? `${missing(words("record.howLong"))} ${sentences(retention)}`],
      ["measures", `${opening} ${missing(words("record.further"))}`],
    ] as const;
    return points.map(([point, text]) => [
      section?.heading ?? id,
      `${letters[point]}${words(`record.point.${point}`)}`,
      text,
    ]);
  });
  const head = ["activity", "point", "content"] as const;
  return [head.map((name) => words(`record.column.${name}`)), ...rows]
    .map((cells) => `${cells.map(cell).join(",")}\r\n`)
    .join("");
}

/** Of GDPR Art. 30(1); what has none is told beside. */
const letters = {
  ...{ controller: "(a) ", purpose: "(b) ", basis: "", subjects: "(c) ", data: "(c) " },
  ...{ identification: "", recipients: "(d) ", transfers: "(e) ", erasure: "(f) " },
  measures: "(g) ",
} as const;

function sentences(all: readonly Sentence[]): string {
  return all.map(plainText).join(" ");
}

function textOf(block: Block): string {
  return sentences(sentencesOf(block));
}

/** A spreadsheet takes what begins like a formula for one. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
