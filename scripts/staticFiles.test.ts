// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { facts, languages, liveConfigPolicy } from "../src/policy/index.ts";
import { atomFaults } from "../test/support/atomFaults.ts";
import { irisOf, isKnownIri } from "../test/support/irisOf.ts";
import { readMdx, wordsOf } from "../test/support/renderMarkdown.ts";
import { staticFiles } from "./staticFiles.ts";

const files = await staticFiles(liveConfigPolicy());

function file(name: string): string {
  const text = files.get(name);
  if (text === undefined) throw new RangeError(`There is no file ${name}.`);
  return text;
}

function pageOf(name: string): Document {
  return new DOMParser().parseFromString(file(name), "text/html");
}

test("the files are a page, its article, Markdown, JSON-LD, and the revisions as a page and a feed, in each language", () => {
  expect([...files.keys()]).toEqual(
    languages.flatMap((language) =>
      ["html", "fragment.html", "md", "jsonld", "revisions.html", "atom"].map(
        (ending) => `policy.${language}.${ending}`,
      ),
    ),
  );
});

describe.each(languages)("the ready-made policy in %s", (language) => {
  const other = { de: "en", en: "de" }[language];
  const page = pageOf(`policy.${language}.html`);
  const revisions = pageOf(`policy.${language}.revisions.html`);

  test("has every fact, each under its anchor", () => {
    const missing = Object.values(facts).filter(
      (anchor) => !page.getElementById(`policy-${anchor}`)?.textContent,
    );

    expect(Object.keys(facts)).toHaveLength(29);
    expect(missing).toEqual([]);
  });

  test("is a page in its language that names itself and its other language", () => {
    const links = [...page.querySelectorAll("link")].map((link) =>
      [link.rel, link.hreflang, link.type, link.getAttribute("href")].join(" ").trim(),
    );

    expect(page.documentElement.lang).toBe(language);
    expect(page.title).toBe(page.querySelector("h1")?.textContent);
    expect(links).toEqual([
      "stylesheet   policy.css",
      `alternate ${other}  policy.${other}.html`,
      `alternate  application/atom+xml policy.${language}.atom`,
      `privacy-policy  application/ld+json policy.${language}.jsonld`,
    ]);
    expect(page.querySelector("a")?.getAttribute("href")).toBe(`policy.${other}.html`);
  });

  test.each([
    ["policy", page],
    ["revisions", revisions],
  ])("names as %s no file that does not lie beside it, and runs nothing", (_, page) => {
    const named = [...page.querySelectorAll("[href], [src]")].map(
      (it) => it.getAttribute("href") ?? it.getAttribute("src") ?? "",
    );

    const isThere = (name: string) =>
      name.startsWith("#")
        ? page.getElementById(name.slice(1)) !== null
        : name === "policy.css" || files.has(name);

    expect(named.filter((name) => !isThere(name))).toEqual([]);
    expect(page.querySelectorAll("script, style, [style]")).toHaveLength(0);
  });

  test("says the same in Markdown, and as an article to put into a page", () => {
    const fragment = file(`policy.${language}.fragment.html`);

    expect(fragment).toMatch(/^<article [\s\S]*<\/article>\n$/);
    expect(wordsOf(readMdx(file(`policy.${language}.md`)))).toBe(wordsOf(fragment));
    expect(
      wordsOf(file(`policy.${language}.html`)).replace(
        /^(.*?) (English|Deutsch) /,
        "$1 ",
      ),
    ).toBe(wordsOf(fragment));
  });

  test("is told to machines as the same revision", () => {
    const notice = JSON.parse(file(`policy.${language}.jsonld`));

    expect(notice["kt:revision"]).toBe(page.querySelector("article")?.dataset.revision);
    expect(notice["kt:digest"]).toMatch(/^sha-256=:/);
    expect(irisOf(notice).filter((iri) => !isKnownIri(iri))).toEqual([]);
  });

  test("has its revisions as a page in both languages, to which the feed leads", () => {
    const feed = file(`policy.${language}.atom`);
    const links = [...feed.matchAll(/ href="([^"]+)"/g)].map(([, href = ""]) => href);
    const [self, list, entry = ""] = links;

    expect(atomFaults(feed)).toEqual([]);
    expect([self, list]).toEqual([
      `policy.${language}.atom`,
      `policy.${language}.revisions.html`,
    ]);
    expect(revisions.getElementById(entry.split("#")[1] ?? "")?.textContent).toContain(
      "2025-07-24",
    );
    expect(revisions.querySelector("a")?.getAttribute("href")).toBe(
      `policy.${other}.revisions.html`,
    );
  });
});
