import { buildDocument } from "./buildDocument.ts";
import { buildSummary } from "./buildSummary.ts";
import { difference } from "./difference.ts";
import type { OlderRevision, PolicyPage, Sample } from "./document.ts";
import { formatDay } from "./formatDay.ts";
import { interpolate } from "./interpolate.ts";
import type { Language } from "./language.ts";
import { pageWords } from "./pageWords.ts";
import { placeTime } from "./placeTime.ts";
import { consentActivities, type Policy } from "./policy.ts";
import { revisionChain } from "./revisions.ts";
import { sampleOf } from "./sampleOf.ts";
import { sampleText } from "./sampleText.ts";
import { tellChanges } from "./tellChanges.ts";

/**
 * Builds the page of a policy in one language: its document, and what stands beside it: its
 * day, a summary and the contents, a sample of each payload, and the revisions before it with
 * what has changed since.
 */
export function buildPage(policy: Policy, language: Language): PolicyPage {
  const document = buildDocument(policy, language);
  const words = pageWords[language];
  const [, ...before] = revisionChain(policy);
  const older = before.length > 0 && {
    anchor: "older",
    heading: words.older.heading,
    revisions: before.map((it) => buildOlder(it, policy, language)),
  };
  const { date } = policy.revision;
  const day = formatDay(date, policy.texts[language].day);
  return {
    ...document,
    issued: { anchor: "issued", items: [], content: placeTime(words.issued, date, day) },
    summary: buildSummary(policy, document),
    contents: {
      anchor: "contents",
      label: words.contents,
      entries: [...document.sections, ...(older ? [older] : [])].map(
        ({ anchor, heading }) => ({ anchor, heading }),
      ),
    },
    samples: consentActivities(policy).flatMap((activity): readonly Sample[] => {
      const { id } = activity;
      const sample = sampleOf(activity);
      if (sample === undefined) return [];
      const { label, note } = words.sample;
      const { heading = id } = document.sections.find((it) => it.anchor === id) ?? {};
      return [
        {
          activity: id,
          label: interpolate(label, { heading }),
          note,
          text: sampleText(sample),
        },
      ];
    }),
    ...(older && { older }),
  };
}

function buildOlder(older: Policy, current: Policy, language: Language): OlderRevision {
  const words = pageWords[language].older;
  const { id: revision, date, summary } = older.revision;
  const { introduction, sections } = buildDocument(older, language);
  return {
    revision,
    anchor: `older.${revision}`,
    label: interpolate(words.label, {
      revision,
      day: formatDay(date, older.texts[language].day),
    }),
    summary: summary[language],
    difference: {
      label: interpolate(words.changes, { revision: current.revision.id }),
      groups: tellChanges(difference(older, current, language), language),
      none: words.none,
    },
    text: { label: interpolate(words.text, { revision }), introduction, sections },
  };
}
