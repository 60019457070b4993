// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { policies } from "../../../test/fixtures/policies.ts";
import { idsOf, parseXhtml } from "../../../test/support/parseXhtml.ts";
import { sentencesOfPage } from "../../../test/support/sentences.ts";
import { buildDocument } from "../buildDocument.ts";
import { buildPage } from "../buildPage.ts";
import { liveConfigPolicy } from "../builtIn/liveConfigPolicy.ts";
import { joinCell, plainText } from "../document.ts";
import { type Language, languages } from "../language.ts";
import { renderHtml } from "./renderHtml.ts";

const given = { de: "Angabe", en: "value" };

const withSettings = liveConfigPolicy({ settings: { contact: given } });

const cases = [...policies, ["LiveConfig with settings", withSettings] as const].flatMap(
  ([name, policy]) =>
    languages.map((language) => ({
      name,
      language,
      document: buildPage(policy, language),
    })),
);

describe.each(cases)("the page of $name in $language", ({ language, document }) => {
  const html = renderHtml(document);
  const page = parseXhtml(html);

  test("is one article in its language, with one first heading", () => {
    expect(page.documentElement.localName).toBe("article");
    expect(page.documentElement.getAttribute("lang")).toBe(language);
    expect([...page.querySelectorAll("h1")].map((it) => it.textContent)).toEqual([
      document.title,
    ]);
  });

  test("has each section under a second heading that names it", () => {
    const sections = [...page.querySelectorAll("section")].map((it) => {
      const heading = page.getElementById(it.getAttribute("aria-labelledby") ?? "");
      return [heading?.localName, heading?.parentElement === it, heading?.textContent];
    });
    const { sections: own, older } = document;

    expect(sections).toEqual(
      [...own, ...(older ? [older] : [])].map(({ heading }) => ["h2", true, heading]),
    );
  });

  test("has the sections of older revisions under third headings, as no landmarks", () => {
    expect([...page.querySelectorAll("h3")].map((it) => it.textContent)).toEqual(
      (document.older?.revisions ?? []).flatMap(({ text }) =>
        text.sections.map(({ heading }) => heading),
      ),
    );
  });

  test("has each sentence under its anchor, in reading order and word for word", () => {
    const anchors = sentencesOfPage(document).map(({ anchor }) => anchor);
    const found = [...page.querySelectorAll("span, li, dd")]
      .filter((it) => it.closest("details, nav, table") === null)
      .map((it) => ({ anchor: it.id, text: it.textContent }));

    expect(found).toEqual(
      sentencesOfPage(document).map((it) => ({
        anchor: `policy-${it.anchor}`,
        text: plainText(it),
      })),
    );
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test("has no id twice", () => {
    const ids = idsOf(html);

    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(
      expect.arrayContaining(document.sections.map((it) => `policy-${it.anchor}`)),
    );
  });

  test("has times that machines read: at the top, and at the end of each revision", () => {
    const [top, end, ...older] = [...page.querySelectorAll("time")].map((it) =>
      it.getAttribute("datetime"),
    );

    expect(top).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(end).toBe(top);
    expect(older).toHaveLength(document.older?.revisions.length ?? 0);
  });

  test("states its day under the title, and then what it says in short", () => {
    const [first, second, third, fourth] = page.documentElement.children;

    expect(first?.localName).toBe("h1");
    expect(second?.textContent).toBe(plainText(document.issued));
    expect(third?.querySelector("table > caption")?.textContent).toBe(
      document.summary.caption,
    );
    expect(fourth?.localName).toBe("nav");
  });

  test("has a row of headings and cells for each activity, in a table with a caption", () => {
    const rows = [...page.querySelectorAll("tbody > tr")].map((row) =>
      [...row.children].map((cell) => [
        cell.getAttribute("scope"),
        [...cell.childNodes]
          .slice(cell.localName === "td" ? 1 : 0)
          .map((it) => it.textContent)
          .join(""),
      ]),
    );
    const columns = [...page.querySelectorAll("thead th")];

    expect(columns.map((it) => [it.getAttribute("scope"), it.textContent])).toEqual(
      document.summary.columns.map((name) => ["col", name]),
    );
    expect(rows).toEqual(
      document.summary.rows.map(({ heading, cells }) => [
        ["row", heading],
        ...cells.map((cell) => [null, joinCell(cell, plainText)]),
      ]),
    );
  });

  test("has the name of its column in each cell, which a sheet may show", () => {
    const names = [...page.querySelectorAll("td")].map(
      (cell) => cell.querySelector(":scope > [hidden]:first-child")?.textContent,
    );
    const [, ...columns] = document.summary.columns;

    expect(names).toEqual(document.summary.rows.flatMap(() => columns));
  });

  test("has contents with a name that lead to each section", () => {
    const nav = page.querySelector("nav");
    const links = [...(nav?.querySelectorAll("a") ?? [])];

    expect(
      page.getElementById(nav?.getAttribute("aria-labelledby") ?? "")?.textContent,
    ).toBe(document.contents.label);
    expect(
      links.map((it) => page.getElementById(it.getAttribute("href")?.slice(1) ?? "")),
    ).toEqual([...page.querySelectorAll("h2")]);
    expect(links.map((it) => it.textContent)).toEqual(
      [...page.querySelectorAll("h2")].map((it) => it.textContent),
    );
  });

  test("needs neither script nor style, and loads nothing", () => {
    expect(page.querySelectorAll("script, style, link, img, iframe")).toHaveLength(0);
    expect(html).not.toMatch(/style=|\son\w+=|https?:\/\//);
  });

  test("has each sample folded in its section, called a sample", () => {
    const samples = [...page.querySelectorAll("details:has(pre)")].map((it) => [
      it.parentElement?.getAttribute("aria-labelledby"),
      it.hasAttribute("open"),
      it.querySelector("summary")?.textContent,
      it.querySelector("pre > code")?.textContent,
    ]);

    expect(samples).toEqual(
      document.samples.map(({ activity, label, text }) => [
        `policy-${activity}`,
        false,
        label,
        text,
      ]),
    );
    for (const { label } of document.samples) {
      expect(label).toMatch(language === "de" ? /^Beispiel / : /^Sample /);
    }
  });
});

test.each(policies)("the anchors of %s are the same in both languages", (_, policy) => {
  const ids = (language: Language) => idsOf(renderHtml(buildPage(policy, language)));

  expect(ids("de")).toEqual(ids("en"));
});

test.each([1, 2, 3, 4, 5] as const)(
  "with heading level %i the sections are one below",
  (headingLevel) => {
    const html = renderHtml(buildDocument(otherPolicy, "en"), { headingLevel });
    const headings = [...parseXhtml(html).querySelectorAll("h1, h2, h3, h4, h5, h6")];

    expect(headings.map(({ localName }) => localName)).toEqual([
      `h${headingLevel}`,
      `h${headingLevel + 1}`,
      `h${headingLevel + 1}`,
    ]);
  },
);

test("process names are code, in the bullet of the stack trace alone", () => {
  const page = parseXhtml(renderHtml(buildDocument(liveConfigPolicy(), "en")));
  const code = [...page.querySelectorAll("code")];

  expect(code.map((it) => it.textContent)).toEqual(["server", "client"]);
  expect(code.map((it) => it.parentElement?.id)).toEqual([
    "policy-crash-reports.stack-trace",
    "policy-crash-reports.stack-trace",
  ]);
});

describe("what a host gives", () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...`<>&"'/=a `, "<script>", "]]>", "<!--", "&amp;", "{{"),
    minLength: 1,
  });

  test("stays text, wherever it stands", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const text = `a${value}b`;
        const policy = liveConfigPolicy({
          product: text,
          settings: { contact: { de: text, en: text } },
        });
        const titled = { ...buildDocument(policy, "en"), title: text };
        const page = parseXhtml(renderHtml(titled));

        expect(page.querySelectorAll("script")).toHaveLength(0);
        expect(page.querySelector("h1")?.textContent).toBe(text);
        expect(page.getElementById("policy-general.contact")?.textContent).toBe(text);
        expect(page.getElementById("policy-crash-reports.version")?.textContent).toBe(
          `the version of ${text}`,
        );
      }),
    );
  });

  test("is escaped in the bytes, quotes too", () => {
    const vendor = { de: "x", en: `<b>"A" & 'B'</b>` };
    const html = renderHtml(buildDocument({ ...otherPolicy, vendor }, "en"));

    expect(html).toContain("&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;");
  });
});
