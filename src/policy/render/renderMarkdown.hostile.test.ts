// @vitest-environment jsdom

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import {
  computedByVue,
  elementsOf,
  markdownReaders,
  wordsOf,
} from "../../../test/support/renderMarkdown.ts";
import { buildPage } from "../buildPage.ts";
import type { Block, Section } from "../document.ts";
import type { Policy } from "../policy.ts";
import { renderHtml } from "./renderHtml.ts";
import { renderMarkdown } from "./renderMarkdown.ts";

describe("what a host gives", () => {
  /** Compiling takes its time, and more with many cases. */
  const limit = 180_000;

  const hostile = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(
          ..."{}<>[]()#*_`~|\\!&=-+.:;'\"$%^@/ \n\t0123abc",
          ...[
            "{{",
            "}}",
            "{%",
            "{{<",
            "<script>",
            "</details>",
            "<Foo />",
            "<!--",
            "-->",
          ],
          ...["import ", "export ", "import x from 'y'", "\n\n", "\n---\n", "```", ":::"],
          ...[
            ":smile:",
            ":name[x]{y}",
            "&lt;",
            "&#123;",
            "1. ",
            "![",
            "](",
            "    ",
            "$$",
          ],
          ...[
            "{#id}",
            "{.red}",
            "https://a.example",
            "javascript:alert(1)",
            "v-html",
            "\u00a0",
          ],
        ),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
      ),
      minLength: 1,
      maxLength: 12,
    })
    .filter((text) => !text.includes("\0") && text.trim() !== "");

  /** Other words in every place that a host fills, in front of a block as well. */
  function withWords(product: string, vendor: string, contact: string): Policy {
    const { de, en } = otherPolicy.texts;
    const general = { scope: "{{product}} {{vendor}}" };
    const localized = (text: string) => ({ de: text, en: text });
    return {
      ...otherPolicy,
      product,
      vendor: localized(vendor),
      settings: { contact: localized(contact), controller: localized(contact) },
      texts: { de, en: { ...en, general } },
    };
  }

  const list: Section = { anchor: "list", kind: "added", heading: "List", blocks: [] };

  /** Paragraphs as lists of one entry. */
  function lists(blocks: readonly Block[]): readonly Block[] {
    return blocks.flatMap((block): readonly Block[] =>
      block.type === "paragraph" ? [{ type: "list", entries: block.sentences }] : [],
    );
  }

  const harmless = renderMarkdown(buildPage(withWords("a", "b", "c"), "en"));

  test.each(Object.entries(markdownReaders))(
    "stays text in %s, wherever it stands",
    (_, read) => {
      const elements = elementsOf(read(harmless));
      fc.assert(
        fc.property(hostile, hostile, hostile, (product, vendor, contact) => {
          const page = buildPage(withWords(product, vendor, contact), "en");
          const html = read(renderMarkdown(page));

          expect(wordsOf(html)).toBe(wordsOf(renderHtml(page)));
          expect(elementsOf(html).filter((it) => it !== "span" && it !== "code")).toEqual(
            elements,
          );
        }),
      );
    },
    limit,
  );

  test.each([
    "- a",
    " - a",
    "+ a",
    "\n\n* a",
    "1. a",
    " 2) a",
    "    a",
    "---",
    "===",
    "# a",
    "> a",
    "| a |",
    "[a]: /b",
    "import a",
    " export a",
    "```a",
    "~~~",
    ":::note",
  ])("begins no other block with %j", (beginning) => {
    const page = buildPage(withWords(beginning, "vendor", "contact"), "en");
    const { introduction } = page;
    const bullets = { ...page, sections: [{ ...list, blocks: lists(introduction) }] };

    for (const read of Object.values(markdownReaders)) {
      expect(elementsOf(read(renderMarkdown(page)))).toEqual(elementsOf(read(harmless)));
      expect(wordsOf(read(renderMarkdown(bullets)))).toBe(wordsOf(renderHtml(bullets)));
    }
  });

  test("may have backticks, which are code only where a template language cannot mistake it", () => {
    const page = buildPage(withWords("`apt update`", "`{{ 1 }}`", "contact"), "en");
    const markdown = renderMarkdown(page);

    expect(markdown).toContain("`apt update` &#123;<span></span>&#123; 1 &#125;&#125;");
    for (const read of Object.values(markdownReaders)) {
      expect(wordsOf(read(markdown))).toBe(wordsOf(renderHtml(page)));
    }
  });

  test(
    "is nothing that Vue would compute",
    () => {
      fc.assert(
        fc.property(hostile, hostile, hostile, (product, vendor, contact) => {
          const page = buildPage(withWords(product, vendor, contact), "en");

          expect(computedByVue(renderMarkdown(page))).toEqual([]);
        }),
      );
    },
    limit,
  );

  test(
    "leaves no brace, so that no template language finds a mark of its own",
    () => {
      fc.assert(
        fc.property(hostile, hostile, hostile, (product, vendor, contact) => {
          const page = buildPage(withWords(product, vendor, contact), "en");

          expect(renderMarkdown({ ...page, samples: [] })).not.toMatch(/[{}]/);
          expect(renderHtml(page)).not.toMatch(/[{}]/);
        }),
      );
    },
    limit,
  );
});
