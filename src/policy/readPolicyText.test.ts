import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import { buildDocument } from "./buildDocument.ts";
import { policyInForce } from "./demo/referencePolicy.ts";
import { type Block, plainText, type Row } from "./document.ts";
import { type Language, languages } from "./language.ts";
import type { Policy } from "./policy.ts";
import { policyText } from "./policyText.ts";
import { readPolicyText, type TextBlock, type TextInline } from "./readPolicyText.ts";
import { revisionChain } from "./revisions.ts";

const policies: readonly Policy[] = [
  ...revisionChain(policyInForce("2026-03-01")),
  otherPolicy,
];

const wordsOf = (text: string) => text.normalize("NFC").split(/\s+/).filter(Boolean);

const inlineWords = (content: readonly TextInline[]) =>
  content.map(({ text }) => text).join("");

const linesOf = (block: TextBlock): readonly string[] =>
  block.type === "list" ? block.entries.map(inlineWords) : [inlineWords(block.content)];

const read = (text: string) => wordsOf(readPolicyText(text).flatMap(linesOf).join("\n"));

const rowWords = ({ name, values }: Row) =>
  `${name}: ${values.map(plainText).join(" · ")}`;

function blockWords(block: Block): readonly string[] {
  switch (block.type) {
    case "paragraph":
      return block.sentences.map(plainText);
    case "list":
      return block.entries.map(plainText);
    case "rows":
      return block.rows.map(rowWords);
  }
}

/** Every word of the document in its order, without the text in between. */
function documentWords(policy: Policy, language: Language): readonly string[] {
  const { title, introduction, sections, cards } = buildDocument(policy, language);
  const lines = [
    title,
    ...introduction.flatMap(blockWords),
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap(blockWords),
    ]),
    ...cards.flatMap(({ label, rows }) => [label, ...rows.map(rowWords)]),
  ];
  return wordsOf(lines.join("\n"));
}

describe.each(languages)("the text of a policy in %s", (language) => {
  test.each(policies.map((policy) => [policy.revision.id, policy] as const))(
    "is read with all its words in their order, as revision %s",
    (_, policy) => {
      expect(read(policyText(policy, language))).toEqual(documentWords(policy, language));
    },
  );

  test("is read so whatever its settings and sentences are", () => {
    const words = fc.string({
      unit: fc.constantFrom(..."#*_[]<>`|\\- \n.1)", "Wort", "ü"),
      maxLength: 20,
    });
    const plain = words.map((text) => `a${text.replaceAll("`", "")}b`);
    fc.assert(
      fc.property(words, plain, plain, (value, title, sentence) => {
        const contact = { de: `a${value}b`, en: `a${value}b` };
        const texts = otherPolicy.texts[language];
        const [scope = ""] = Object.keys(texts.general);
        const policy: Policy = {
          ...otherPolicy,
          settings: { contact },
          texts: {
            ...otherPolicy.texts,
            [language]: { ...texts, title, general: { [scope]: sentence } },
          },
        };
        expect(read(policyText(policy, language))).toEqual(
          documentWords(policy, language),
        );
      }),
    );
  });
});

test("headings, rows, lists, code and the sentences of a card are told apart", () => {
  expect(
    readPolicyText(
      "# Title\n\n## 1\\. Part\n\nA `b_c` d\\_e.\n\n- one\n- **Contact:** x\\*y · z\n\n**Label**\n",
    ),
  ).toEqual([
    { type: "heading", level: 1, content: [{ type: "text", text: "Title" }] },
    { type: "heading", level: 2, content: [{ type: "text", text: "1. Part" }] },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "A " },
        { type: "code", text: "b_c" },
        { type: "text", text: " d_e." },
      ],
    },
    {
      type: "list",
      entries: [
        [{ type: "text", text: "one" }],
        [
          { type: "strong", text: "Contact:" },
          { type: "text", text: " x*y · z" },
        ],
      ],
    },
    { type: "paragraph", content: [{ type: "strong", text: "Label" }] },
  ]);
});

test("what it does not know stays as it is written", () => {
  const text = "| a | b |\n| --- | --- |\n- *c* **d `e \\f";

  expect(readPolicyText(text)).toEqual([
    { type: "paragraph", content: [{ type: "text", text }] },
  ]);
});

test("of any text no letter or digit is lost or reordered", () => {
  const lettersOf = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).join("");
  const unit = fc.oneof(
    fc.constantFrom(..."#*`-\\ \n|"),
    fc.constantFrom("**", "\n\n", "- "),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const shown = readPolicyText(text).flatMap(linesOf).join("\n");
      expect(lettersOf(shown)).toBe(lettersOf(text));
    }),
  );
});
