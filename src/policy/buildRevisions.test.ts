import { describe, expect, test } from "vitest";
import { policyInForce } from "./demo/referencePolicy.ts";
import {
  buildRevisions,
  languages,
  liveConfigPolicy,
  plainText,
  renderHtml,
  renderMarkdown,
} from "./index.ts";

const policy = policyInForce("2026-04-01");

function sentencesOf({ sections }: ReturnType<typeof buildRevisions>) {
  return sections.map(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.type === "rows") return [];
      return (block.type === "list" ? block.entries : block.sentences).map(plainText);
    }),
  );
}

test("each revision says its summary, what it means for consent, and what changed", () => {
  const [reworded, more, first] = sentencesOf(buildRevisions(policy, "en"));

  expect(reworded).toEqual([
    "Example: one sentence is worded differently, with nothing new in it.",
    "Consent that was given still holds.",
    "Changes since revision 2026-03-01: Wording",
    "Before: All data is sent only over a TLS-encrypted connection (https). · Now: All data are transmitted only over a TLS-encrypted connection (https).",
    "Before: 1 March 2026 · Now: 1 April 2026",
  ]);
  expect(more).toContain("With this revision, consent is asked for anew.");
  expect(more).toContain("New: Processor architecture");
  expect(first).toEqual(["First version."]);
});

test("a revision that changes no word says so", () => {
  const { revision, ...rest } = liveConfigPolicy();
  const again = { ...rest, revision, previous: { ...rest, revision } };

  expect(sentencesOf(buildRevisions(again, "de"))[0]).toContain(
    "Der Wortlaut ist unverändert.",
  );
});

describe.each(languages)("in %s", (language) => {
  const revisions = buildRevisions(policy, language);

  test("no anchor stands twice, and each is under the same name in HTML and Markdown", () => {
    const ids = [...renderHtml(revisions).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

    expect(new Set(ids).size).toBe(ids.length);
    for (const { anchor } of revisions.sections) {
      expect(ids).toContain(`policy-${anchor}`);
      expect(renderMarkdown(revisions)).toContain(`<div id="policy-${anchor}"></div>`);
    }
  });
});
