import { buildDocument } from "./buildDocument.ts";
import { difference } from "./difference.ts";
import type { Block, PolicyDocument, Section, Sentence, ToldChange } from "./document.ts";
import { formatDay } from "./formatDay.ts";
import { interpolate } from "./interpolate.ts";
import type { Language } from "./language.ts";
import { pageWords } from "./pageWords.ts";
import type { Policy } from "./policy.ts";
import { revisionChain } from "./revisions.ts";
import { revisionWords } from "./revisionWords.ts";
import { tellChanges } from "./tellChanges.ts";

/**
 * The revisions of a policy in one language, newest first: a document with a section for each,
 * which says what it changed and whether consent is asked for anew. `renderHtml`,
 * `renderMarkdown` and `renderAtom` write it.
 */
export function buildRevisions(policy: Policy, language: Language): PolicyDocument {
  const { title } = buildDocument(policy, language);
  return {
    language,
    revision: policy.revision.id,
    title: interpolate(revisionWords[language].title, { title }),
    introduction: [],
    sections: revisionChain(policy).map((one) => buildRevision(one, language)),
    cards: [],
  };
}

function buildRevision(policy: Policy, language: Language): Section {
  const { id, date, material, summary } = policy.revision;
  const words = pageWords[language];
  const anchor = `revision.${id}`;
  const say = (name: string, text: string) => sentence(`${anchor}.${name}`, text);
  return {
    anchor,
    kind: "added",
    heading: interpolate(words.older.label, {
      revision: id,
      day: formatDay(date, policy.texts[language].day),
    }),
    blocks: [
      paragraphOf(say("summary", summary[language])),
      ...(policy.previous ? sincePrevious(policy.previous) : []),
    ],
  };

  function sincePrevious(previous: Policy): readonly Block[] {
    const { material: anew, notMaterial, changes } = revisionWords[language];
    const name = interpolate(changes, { revision: previous.revision.id });
    const told = tellChanges(difference(previous, policy, language), language);
    return [
      paragraphOf(say("effect", material ? anew : notMaterial)),
      ...(told.length > 0 ? [] : [paragraphOf(say("unchanged", words.older.none))]),
      ...told.flatMap(({ label, changes: entries }, index): readonly Block[] => [
        paragraphOf(say(`kind${index + 1}`, `${name}: ${label}`)),
        { type: "list", entries: entries.map((change) => entry(anchor, change)) },
      ]),
    ];
  }
}

function paragraphOf(sentence: Sentence): Block {
  return { type: "paragraph", sentences: [sentence] };
}

function entry(revision: string, { anchor, parts }: ToldChange): Sentence {
  const words = parts.map(({ label, text }) => `${label} ${text}`).join(" · ");
  return sentence(`${revision}.${anchor}`, words);
}

function sentence(anchor: string, text: string): Sentence {
  return { anchor, items: [], content: [{ type: "text", text }] };
}
