// @vitest-environment jsdom

import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { policies } from "../../../test/fixtures/policies.ts";
import {
  computedByVue,
  elementsOf,
  markdownReaders,
  readMdx,
  wordsOf,
} from "../../../test/support/renderMarkdown.ts";
import { buildDocument } from "../buildDocument.ts";
import { buildPage } from "../buildPage.ts";
import { languages } from "../language.ts";
import { renderHtml } from "./renderHtml.ts";
import { renderMarkdown } from "./renderMarkdown.ts";

const cases = policies.flatMap(([name, policy]) =>
  languages.map((language) => ({ name, language, page: buildPage(policy, language) })),
);

describe.each(cases)("the Markdown of $name in $language", ({ page }) => {
  const markdown = renderMarkdown(page, { alternateUrl: "/other" });

  test.each(Object.entries(markdownReaders))(
    "says in %s word for word what the HTML says",
    (_, read) => {
      expect(wordsOf(read(markdown))).toBe(
        wordsOf(renderHtml(page, { alternateUrl: "/other" })),
      );
    },
  );

  test.each(Object.entries(markdownReaders))(
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

  test.each(Object.entries(markdownReaders))(
    "has in %s the anchors of the HTML's sections",
    (_, read) => {
      const anchors = [...page.sections.map(({ anchor }) => anchor)];
      const found = elementsOf(read(markdown)).length > 0 ? read(markdown) : "";

      for (const anchor of anchors) expect(found).toContain(`id="policy-${anchor}"`);
    },
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
