import type { PolicyDocument, Sentence, Summary, SummaryRow } from "./document.ts";
import { interpolate } from "./interpolate.ts";
import { pageWords } from "./pageWords.ts";
import type { Activity, Policy, SummarySentences } from "./policy.ts";

/**
 * What a document says of each activity, in one table. It takes its words from the cards,
 * the settings and the sentences that the policy names for it; what none of them states it
 * calls not stated.
 */
export function buildSummary(policy: Policy, document: PolicyDocument): Summary {
  const words = pageWords[document.language].summary;
  const { rows } = policy.texts[document.language];
  return {
    anchor: "summary",
    caption: words.caption,
    columns: [
      words.activity,
      words.basis.name,
      ...questions.map((question) => rows[question]),
    ],
    rows: policy.activities.map((activity) => buildRow(activity, document)),
  };
}

const questions = [
  "frequency",
  "identification",
  "retention",
] as const satisfies readonly (keyof SummarySentences)[];

function buildRow(activity: Activity, document: PolicyDocument): SummaryRow {
  const { id, basis, summary = {} } = activity;
  const words = pageWords[document.language].summary;
  const section = document.sections.find(({ anchor }) => anchor === id);
  const card = document.cards.find((it) => it.activity === id);
  const heading = section?.heading ?? id;
  const word = (text: string): Sentence => ({
    anchor: `summary.${id}`,
    items: [],
    content: [{ type: "text", text }],
  });
  const told = (section?.blocks ?? []).flatMap((block) =>
    block.type === "paragraph" ? block.sentences : [],
  );

  const cell = (question: (typeof questions)[number]): readonly Sentence[] => {
    const anchor = question === "retention" ? question : `card.${question}`;
    const stated = card?.rows.find((row) => row.anchor === `${id}.${anchor}`)?.values;
    const sentences = (summary[question] ?? []).flatMap((name) =>
      told.filter((it) => it.anchor === `${id}.${name}`),
    );
    if (basis === "consent")
      return [...(stated ?? [word(words.notStated)]), ...sentences];
    return sentences.length > 0
      ? sentences
      : [word(interpolate(words.inSection, { heading }))];
  };

  return {
    activity: id,
    heading,
    cells: [[word(words.basis[basis])], ...questions.map(cell)],
  };
}
