// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import {
  computedByVue,
  readCommonMark,
  readMdx,
  wordsOf,
} from "../../../test/support/readMarkdown.ts";
import { buildDocument } from "../buildDocument.ts";
import { buildPage } from "../buildPage.ts";
import { liveConfigPolicy } from "../builtIn/liveConfigPolicy.ts";
import { policyInForce } from "../demo/referencePolicy.ts";
import type { Block, Section } from "../document.ts";
import { languages } from "../language.ts";
import type { Policy } from "../policy.ts";
import { renderHtml } from "./renderHtml.ts";
import { renderMarkdown } from "./renderMarkdown.ts";

const readers = { CommonMark: readCommonMark, MDX: readMdx } as const;

/** Every element of some HTML with its attributes. */
function elementsOf(html: string): readonly string[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.body.querySelectorAll("*")].map((element) =>
    [element.localName, ...element.getAttributeNames()].join(" "),
  );
}

const policies = [
  ["LiveConfig", liveConfigPolicy()],
  ["LiveConfig with older revisions", policyInForce("2026-04-01")],
  ["Acme Backup", otherPolicy],
] as const;

const cases = policies.flatMap(([name, policy]) =>
  languages.map((language) => ({ name, language, page: buildPage(policy, language) })),
);

describe.each(cases)("the Markdown of $name in $language", ({ page }) => {
  const markdown = renderMarkdown(page, { alternateUrl: "/other" });

  test.each(Object.entries(readers))(
    "says in %s word for word what the HTML says",
    (_, read) => {
      expect(wordsOf(read(markdown))).toBe(
        wordsOf(renderHtml(page, { alternateUrl: "/other" })),
      );
    },
  );

  test.each(Object.entries(readers))(
    "has in %s a table with a caption and headings, and links to its sections",
    (_, read) => {
      const html = new DOMParser().parseFromString(read(markdown), "text/html");
      const scopes = [...html.querySelectorAll("table th")].map((it) =>
        it.getAttribute("scope"),
      );
      const targets = [...html.querySelectorAll("nav[aria-labelledby] a")].map(
        (it) => it.getAttribute("href") ?? "",
      );

      expect(html.querySelector("table > caption")?.textContent).toBe(
        page.summary.caption,
      );
      expect(scopes).toEqual([
        ...page.summary.columns.map(() => "col"),
        ...page.summary.rows.map(() => "row"),
      ]);
      expect(targets).toEqual(
        page.contents.entries.map(({ anchor }) => `#policy-${anchor}`),
      );
      for (const target of targets) {
        expect(html.getElementById(target.slice(1))).not.toBeNull();
      }
    },
  );

  test("has nothing that Vue would compute", () => {
    expect(computedByVue(markdown)).toEqual([]);
  });

  test("ends with one newline, and has no line that ends with a space", () => {
    expect(markdown).toMatch(/[^\n]\n$/);
    expect(markdown).not.toMatch(/ \n|\n{3}|\r/);
  });

  test.each(Object.entries(readers))(
    "has in %s the anchors of the HTML's sections",
    (_, read) => {
      const anchors = [...page.sections.map(({ anchor }) => anchor)];
      const found = elementsOf(read(markdown)).length > 0 ? read(markdown) : "";

      for (const anchor of anchors) expect(found).toContain(`id="policy-${anchor}"`);
    },
  );
});

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

  test.each(Object.entries(readers))(
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

    for (const read of Object.values(readers)) {
      expect(elementsOf(read(renderMarkdown(page)))).toEqual(elementsOf(read(harmless)));
      expect(wordsOf(read(renderMarkdown(bullets)))).toBe(wordsOf(renderHtml(bullets)));
    }
  });

  test("may have backticks, which are code only where a template language cannot mistake it", () => {
    const page = buildPage(withWords("`apt update`", "`{{ 1 }}`", "contact"), "en");
    const markdown = renderMarkdown(page);

    expect(markdown).toContain("`apt update` &#123;<span></span>&#123; 1 &#125;&#125;");
    for (const read of Object.values(readers)) {
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

test("what would be computed is found", () => {
  expect(computedByVue("a {{ 1 + 1 }} b")).toEqual(["{{ 1 + 1 }}"]);
  expect(computedByVue("&#123;&#123; 1 }}")).toEqual(["{{ 1 }}"]);
  expect(computedByVue('a <b v-html="x">c</b>')).toEqual(["<b>"]);
  expect(computedByVue("a <Foo></Foo>")).toEqual(["<Foo>"]);
  expect(() => readMdx("a {b")).toThrow();
});

describe("front matter", () => {
  const page = buildDocument(
    { ...otherPolicy, product: 'A: "b" # {{c}}\n---\n\u2028\u0085' },
    "en",
  );
  const written = renderMarkdown(page, {
    frontMatter: { layout: "doc", y: true, order: 2 },
  });
  const [, head = "", body = ""] =
    /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(written) ?? [];

  test("has title, language and revision, and what the site wants besides", () => {
    const entries = head.split("\n").map((line) => {
      const [, key = "", value = ""] = /^("?\w+"?): (.*)$/.exec(line) ?? [];
      return [key, JSON.parse(value)];
    });

    expect(entries).toEqual([
      ["title", page.title],
      ["language", "en"],
      ["revision", "2026-03-01"],
      ["layout", "doc"],
      ['"y"', true],
      ["order", 2],
    ]);
  });

  test("is followed by the page, and has no character that YAML does not print", () => {
    expect(body).toBe(renderMarkdown(page));
    expect(head).toMatch(/^[\n\x20-\x7e\u00a0-\uffff]*$/);
    expect(head).not.toMatch(/[\u2028\u2029]/);
  });
});

test.each([1, 2, 5] as const)(
  "with heading level %i the sections are one below",
  (level) => {
    const headings = renderMarkdown(buildDocument(otherPolicy, "en"), {
      headingLevel: level,
    })
      .split("\n")
      .filter((line) => line.startsWith("#"))
      .map((line) => line.indexOf(" "));

    expect(headings).toEqual([level, level + 1, level + 1]);
  },
);

test("leaves the contents to the site", () => {
  const markdown = renderMarkdown(buildPage(otherPolicy, "en"), { contents: false });

  expect(markdown).not.toContain("<nav");
});

test("leaves the title to the site", () => {
  const markdown = renderMarkdown(buildDocument(otherPolicy, "en"), { title: false });

  expect(markdown).toMatch(/^Acme Backup sends nothing/);
});
