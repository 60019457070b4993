import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sidebar } from "../../site/sidebar.ts";
import { basePath } from "../../site/src/basePath.ts";
import { docPages, root } from "../../site/src/docs/docPages.ts";
import { folderPages } from "../../site/src/docs/folderPages.ts";
import { frontOf } from "../../site/src/docs/frontOf.ts";
import { navigation } from "../../site/src/docs/navigation.ts";
import { resolveLink } from "../../site/src/docs/resolveLink.ts";
import { siteWords } from "../../site/src/siteWords.ts";
import { languages } from "../../src/policy/index.ts";
import { linksOf } from "../support/markdown.ts";
import { stringsOf } from "../support/strings.ts";
import { wordRules } from "../support/wordRules.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");

test("every document is in the navigation, once", () => {
  const inFolders = navigation.flatMap(({ folder }) => (folder ? [folder] : []));
  const named = navigation.flatMap(({ items }) =>
    items.filter((item) => typeof item === "string"),
  );
  const pages = [...docPages(), ...folderPages()].map(({ slug }) => slug);
  const byFolder = pages.filter((slug) => inFolders.includes(slug.split("/")[0] ?? ""));

  expect(pages.length).toBeGreaterThan(80);
  expect([...named, ...byFolder].toSorted()).toEqual(pages.toSorted());
});

test("the navigation is grouped and named in both languages", () => {
  expect(sidebar).toContainEqual(
    expect.objectContaining({ label: "Errors", translations: { de: "Fehler" } }),
  );
  expect(sidebar.length).toBe(navigation.length);
});

test("every link of a document leads to a page or a file of the site", () => {
  const links = docPages().flatMap(({ file, slug }) =>
    linksOf(read(file)).map((href) => ({ href, file, slug, base: "/a/" })),
  );

  expect(links.length).toBeGreaterThan(150);
  for (const { href, ...place } of links) resolveLink(href, place);
});

describe("a link", () => {
  const place = { file: "docs/errors/locked.md", slug: "errors/locked", base: "/a/" };

  test.each([
    ["../panel-api.md#the-states", "../../panel-api/#the-states"],
    ["README.md", "../../errors/"],
    ["../../README.md#embed-it", "../../introduction/#embed-it"],
    ["../openapi.json", "/a/files/docs/openapi.json"],
    ["../examples/panel/viewer.ts", "../../examples/panel/#viewerts"],
    ["../examples/panel", "../../examples/panel/"],
    ["https://example.org/a.md", "https://example.org/a.md"],
    ["#here", "#here"],
  ])("to %s leads to %s", (href, expected) => {
    expect(resolveLink(href, place)).toBe(expected);
  });

  test("to what the site lacks stops the build", () => {
    expect(() => resolveLink("../../src/index.ts", place)).toThrow(
      "docs/errors/locked.md links to ../../src/index.ts",
    );
  });
});

describe("a document's front", () => {
  test("is its title, its first paragraph and what follows the title", () => {
    expect(frontOf("# `a` title\n\n| a |\n\nSee [b](c.md).\n")).toEqual({
      title: "a title",
      description: "See b.",
      body: "| a |\n\nSee [b](c.md).\n",
    });
  });

  test("has one title where the document has several", () => {
    const { body } = frontOf("# A\n\n```sh\n# no title\n```\n\n# B\n\n## C\n");

    expect(body).toBe("## A\n\n```sh\n# no title\n```\n\n## B\n\n### C\n");
  });

  test("is missed where there is no title", () => {
    expect(() => frontOf("Text")).toThrow(RangeError);
  });
});

test("the words of the site's own pages are the same in both languages, and as they should be", () => {
  const keys = languages.map((language) => [...stringsOf(siteWords[language]).keys()]);
  const faults = languages.flatMap((language) =>
    [...stringsOf(siteWords[language])].flatMap(([key, text]) =>
      Object.entries(wordRules[language])
        .filter(([, breaks]) => breaks(text))
        .map(([rule]) => `${language} ${key}: a text that ${rule}`),
    ),
  );

  expect(keys[0]).toEqual(keys[1]);
  expect(faults).toEqual([]);
});

test.each([
  [undefined, "/"],
  ["/", "/"],
  ["docs/klartext", "/docs/klartext/"],
  ["/docs/klartext/", "/docs/klartext/"],
])("the base path %s is %s", (wanted, expected) => {
  expect(basePath(wanted)).toBe(expected);
});

test("a base path that is an address is none", () => {
  expect(() => basePath("https://example.org/")).toThrow("KLARTEXT_SITE_BASE");
});
