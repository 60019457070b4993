// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import { sentencesOfPage } from "../../test/support/sentences.ts";
import { buildDocument } from "./buildDocument.ts";
import { liveConfigPolicy } from "./builtIn/liveConfigPolicy.ts";
import { plainText } from "./document.ts";
import { type Language, languages } from "./language.ts";
import { renderHtml } from "./renderHtml.ts";
import { renderMarkdown } from "./renderMarkdown.ts";

const given = { de: "Angabe", en: "value" };
const policies = [
  ["LiveConfig", liveConfigPolicy()],
  ["LiveConfig with settings", liveConfigPolicy({ settings: { contact: given } })],
  ["Acme Backup", otherPolicy],
] as const;

const cases = policies.flatMap(([name, policy]) =>
  languages.map((language) => ({
    name,
    language,
    document: buildDocument(policy, language),
  })),
);

/** Parses as XML, so that anything not well-formed is an error. */
function parse(html: string): Document {
  const found = new DOMParser().parseFromString(html, "application/xhtml+xml");
  expect(found.querySelector("parsererror")).toBeNull();
  return found;
}

function idsOf(html: string): readonly string[] {
  return [...parse(html).querySelectorAll("[id]")].map(({ id }) => id);
}

function words(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

describe.each(cases)("the page of $name in $language", ({ language, document }) => {
  const html = renderHtml(document);
  const page = parse(html);

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

    expect(sections).toEqual(
      document.sections.map(({ heading }) => ["h2", true, heading]),
    );
  });

  test("has each sentence under its anchor, in reading order and word for word", () => {
    const anchors = sentencesOfPage(document).map(({ anchor }) => anchor);
    const found = [...page.querySelectorAll("span, li, dd")].map((it) => ({
      anchor: it.id,
      text: it.textContent,
    }));

    expect(found).toEqual(
      sentencesOfPage(document).map((it) => ({ anchor: it.anchor, text: plainText(it) })),
    );
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test("has no id twice", () => {
    const ids = idsOf(html);

    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining(document.sections.map((it) => it.anchor)));
  });

  test("has a time that machines read", () => {
    expect([...page.querySelectorAll("time")].map((it) => it.dateTime)).toHaveLength(1);
    expect(page.querySelector("time")?.getAttribute("datetime")).toMatch(
      /^\d{4}-\d\d-\d\d$/,
    );
  });

  test("needs neither script nor style, and loads nothing", () => {
    expect(page.querySelectorAll("script, style, link, img, iframe")).toHaveLength(0);
    expect(html).not.toMatch(/style=|\son\w+=|https?:\/\//);
  });

  test("says word for word what the Markdown says before its cards", () => {
    const markdown = renderMarkdown({ ...document, cards: [] })
      .replace(/^#+ |^- |\*\*(?=[^\s*])|(?<=:)\*\*/gm, "")
      .replace(/\\(.)/g, "$1")
      .replaceAll("`", "");
    const rows = [...page.querySelectorAll("dt")];
    for (const name of rows) name.append(": ");

    expect(words(page.documentElement.textContent)).toBe(words(markdown));
    for (const name of rows) name.lastChild?.remove();
  });
});

test.each(policies)("the anchors of %s are the same in both languages", (_, policy) => {
  const ids = (language: Language) => idsOf(renderHtml(buildDocument(policy, language)));

  expect(ids("de")).toEqual(ids("en"));
});

test.each([1, 2, 3, 4, 5] as const)(
  "with heading level %i the sections are one below",
  (headingLevel) => {
    const html = renderHtml(buildDocument(otherPolicy, "en"), { headingLevel });
    const headings = [...parse(html).querySelectorAll("h1, h2, h3, h4, h5, h6")];

    expect(headings.map(({ localName }) => localName)).toEqual([
      `h${headingLevel}`,
      `h${headingLevel + 1}`,
      `h${headingLevel + 1}`,
    ]);
  },
);

test("process names are code, in the bullet of the stack trace alone", () => {
  const page = parse(renderHtml(buildDocument(liveConfigPolicy(), "en")));
  const code = [...page.querySelectorAll("code")];

  expect(code.map((it) => it.textContent)).toEqual(["server", "client"]);
  expect(code.map((it) => it.parentElement?.id)).toEqual([
    "crash-reports.stack-trace",
    "crash-reports.stack-trace",
  ]);
});

describe("what a host gives", () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...`<>&"'/=a `, "<script>", "]]>", "<!--", "&amp;"),
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
        const page = parse(renderHtml(titled));

        expect(page.querySelectorAll("script")).toHaveLength(0);
        expect(page.querySelector("h1")?.textContent).toBe(text);
        expect(page.getElementById("general.contact")?.textContent).toBe(text);
        expect(page.getElementById("crash-reports.version")?.textContent).toBe(
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
