import type {
  Block,
  Card,
  Inline,
  PolicyDocument,
  Row,
  Section,
  Sentence,
} from "./document.ts";
import { formatDay } from "./formatDay.ts";
import { interpolate } from "./interpolate.ts";
import type { Language } from "./language.ts";
import { placeTime } from "./placeTime.ts";
import type {
  Activity,
  AddedSection,
  BlockDefinition,
  CardTexts,
  ConsentActivity,
  Policy,
  RowTexts,
} from "./policy.ts";
import { consentActivities } from "./policy.ts";

/**
 * Builds the document of a policy in one language.
 *
 * @throws {RangeError} when a text is missing, or names a value that is not given.
 */
export function buildDocument(policy: Policy, language: Language): PolicyDocument {
  const texts = policy.texts[language];
  const values = { product: policy.product, vendor: policy.vendor[language] };

  const sentence = (
    anchor: string,
    text: string,
    items: readonly string[] = [],
  ): Sentence => ({
    anchor,
    items,
    content: inlines(interpolate(text, values)),
  });

  const row = (
    anchor: string,
    name: keyof RowTexts,
    sentences: readonly Sentence[],
  ): Row => ({
    anchor,
    name: texts.rows[name],
    values: sentences,
  });

  const settingRow = (
    scope: string,
    name: keyof RowTexts,
    setting: Readonly<Record<Language, string>> | undefined,
  ): readonly Row[] => {
    const anchor = `${scope}.${name}`;
    return setting
      ? [
          row(anchor, name, [
            { anchor, items: [], content: [textNode(setting[language])] },
          ]),
        ]
      : [];
  };

  const settingsOf = (activity: Activity): readonly Row[] => [
    ...settingRow(activity.id, "purpose", policy.settings.purpose?.[activity.id]),
    ...settingRow(activity.id, "retention", policy.settings.retention?.[activity.id]),
  ];

  const activityBlocks = (activity: Activity): readonly Block[] => {
    const { sentences, items = {} } = textsOf(activity.id);
    const places = activity.basis === "consent" ? Object.entries(activity.items) : [];
    const told = (id: string) =>
      sentence(`${activity.id}.${id}`, sentences[id] ?? "", itemsToldIn(activity, id));
    return activity.blocks.flatMap((block): readonly Block[] =>
      block.type === "paragraph"
        ? [{ type: "paragraph", sentences: block.sentences.map(told) }]
        : [
            { type: "paragraph", sentences: [told(block.introduction)] },
            {
              type: "list",
              entries: places
                .filter(([, place]) => place.told === "list")
                .map(([id]) =>
                  sentence(`${activity.id}.${id}`, items[id]?.bullet ?? "", [id]),
                ),
            },
          ],
    );
  };

  const textsOf = (id: string) => {
    const found = texts.activities[id];
    if (!found) throw new RangeError(`The policy has no texts for the activity "${id}".`);
    return found;
  };

  const section = (activity: Activity): Section => ({
    anchor: activity.id,
    kind: activity.basis,
    heading: interpolate(textsOf(activity.id).heading, values),
    blocks: [...activityBlocks(activity), ...rowsBlock(settingsOf(activity))],
  });

  const card = (activity: ConsentActivity): Card[] => {
    const { card: words, items = {}, sentences } = textsOf(activity.id);
    if (!words) return [];
    const told = (id: string) => sentence(`${activity.id}.${id}`, sentences[id] ?? "");
    const cardRow = (name: keyof Omit<CardTexts, "label">): Row => {
      const anchor = `${activity.id}.card.${name}`;
      return row(anchor, name, [sentence(anchor, words[name])]);
    };
    const labels = Object.keys(activity.items).map((id) =>
      sentence(`${activity.id}.card.items.${id}`, items[id]?.label ?? "", [id]),
    );
    return [
      {
        activity: activity.id,
        label: interpolate(words.label, values),
        rows: [
          cardRow("recipient"),
          row(`${activity.id}.card.items`, "items", labels),
          cardRow("identification"),
          cardRow("frequency"),
          cardRow("voluntary"),
          cardRow("withdrawal"),
          ...settingsOf(activity),
        ],
        items: Object.entries(activity.items).map(([id, { names = {} }]) => ({
          id,
          label: interpolate(items[id]?.label ?? "", values),
          fields: items[id]?.fields ?? {},
          names,
        })),
        exclusions: told(activity.exclusions),
        ...(activity.receiverAdds === undefined
          ? {}
          : { receiverAdds: told(activity.receiverAdds) }),
      },
    ];
  };

  const added = ({ id, blocks }: AddedSection): Section => {
    const { heading = "", sentences = {} } = texts.sections?.[id] ?? {};
    return {
      anchor: id,
      kind: "added",
      heading: interpolate(heading, values),
      blocks: blocks.map((block) => ({
        type: "paragraph",
        sentences: block.sentences.map((name) =>
          sentence(`${id}.${name}`, sentences[name] ?? ""),
        ),
      })),
    };
  };

  const day = formatDay(policy.revision.date, texts.day);
  const status: Section = {
    anchor: "status",
    kind: "status",
    heading: interpolate(texts.status.heading, values),
    blocks: [
      {
        type: "paragraph",
        sentences: [
          {
            anchor: "status.date",
            items: [],
            content: placeTime(texts.status.sentence, policy.revision.date, day),
          },
        ],
      },
    ],
  };

  const { settings } = policy;
  return {
    language,
    revision: policy.revision.id,
    title: interpolate(texts.title, values),
    introduction: [
      ...policy.general.flatMap((block) => generalBlock(block, texts.general, sentence)),
      ...rowsBlock([
        ...settingRow("general", "controller", settings.controller),
        ...settingRow("general", "contact", settings.contact),
        ...settingRow("general", "authority", settings.authority),
        ...settingRow("general", "logRetention", settings.logRetention),
      ]),
    ],
    sections: [
      ...policy.activities.map(section),
      ...(policy.sections ?? []).map(added),
      status,
    ],
    cards: consentActivities(policy).flatMap(card),
  };
}

function generalBlock(
  block: BlockDefinition,
  texts: Readonly<Record<string, string>>,
  sentence: (anchor: string, text: string) => Sentence,
): readonly Block[] {
  const ids = block.type === "paragraph" ? block.sentences : [block.introduction];
  return [
    {
      type: "paragraph",
      sentences: ids.map((id) => sentence(`general.${id}`, texts[id] ?? "")),
    },
  ];
}

function rowsBlock(rows: readonly Row[]): readonly Block[] {
  return rows.length > 0 ? [{ type: "rows", rows }] : [];
}

function itemsToldIn(activity: Activity, sentenceId: string): readonly string[] {
  if (activity.basis === "contract") return [];
  return Object.entries(activity.items)
    .filter(([, place]) => place.told === "sentence" && place.sentence === sentenceId)
    .map(([id]) => id);
}

function textNode(text: string): Inline {
  return { type: "text", text };
}

/** Splits a text at its `` `code` ``. */
function inlines(text: string): readonly Inline[] {
  return text
    .split(/`([^`]+)`/)
    .map(
      (part, index): Inline => ({ type: index % 2 === 1 ? "code" : "text", text: part }),
    )
    .filter((part) => part.text !== "");
}
