// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { parseXhtml } from "../../../test/support/parseXhtml.ts";
import { sentencesOfPage } from "../../../test/support/sentences.ts";
import { buildDocument } from "../buildDocument.ts";
import { buildPage } from "../buildPage.ts";
import { policyInForce } from "../demo/referencePolicy.ts";
import { difference } from "../difference.ts";
import { plainText } from "../document.ts";
import { renderHtml } from "./renderHtml.ts";

describe("the link to the other language", () => {
  const html = (alternateUrl: string) =>
    renderHtml(buildDocument(otherPolicy, "de"), { alternateUrl });

  test("says which language it leads to, in that language", () => {
    const link = parseXhtml(html("/docs/privacy?a=1&b=2")).querySelector("a");

    expect(link?.textContent).toBe("English");
    expect(link?.getAttributeNames()).toEqual(["href", "rel", "hreflang", "lang"]);
    expect(link?.getAttribute("href")).toBe("/docs/privacy?a=1&b=2");
    expect(link?.getAttribute("rel")).toBe("alternate");
    expect(link?.getAttribute("hreflang")).toBe("en");
    expect(link?.getAttribute("lang")).toBe("en");
  });

  test("is not there without an address", () => {
    expect(
      parseXhtml(renderHtml(buildDocument(otherPolicy, "de"))).querySelector("a"),
    ).toBe(null);
  });

  test.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "mailto:a@b.example",
    "http://[",
  ])("is refused for %j", (url) => {
    expect(() => html(url)).toThrow(RangeError);
    expect(() => html(url)).toThrow("http or https URL, or a relative one");
  });

  test.each([
    ["privacy.html#policy-status", "privacy.html#policy-status"],
    ["https://docs.example/privacy", "https://docs.example/privacy"],
    ['x"><script>', "x%22%3E%3Cscript%3E"],
    ["/a b/{{c}}", "/a%20b/%7B%7Bc%7D%7D"],
  ])("writes %j as %j", (url, written) => {
    expect(parseXhtml(html(url)).querySelector("a")?.getAttribute("href")).toBe(written);
  });
});

test("leaves the contents to the site", () => {
  const html = renderHtml(buildPage(otherPolicy, "en"), { contents: false });

  expect(parseXhtml(html).querySelector("nav")).toBeNull();
});

test("leaves the title to the site, and puts another prefix before every anchor", () => {
  const page = parseXhtml(
    renderHtml(buildPage(policyInForce("2026-04-01"), "en"), {
      title: false,
      idPrefix: "x:",
    }),
  );

  expect(page.querySelector("h1")).toBeNull();
  for (const { id } of page.querySelectorAll("[id]")) expect(id).toMatch(/^x:/);
});

describe("an older revision", () => {
  const policy = policyInForce("2026-04-01");
  const page = parseXhtml(renderHtml(buildPage(policy, "en")));
  const first = page.getElementById("policy-older.2025-07-24");

  test("is folded, newest first, each with its day", () => {
    const folded = [...page.querySelectorAll(".kt-policy__older > summary")];

    expect(folded.map((it) => it.textContent)).toEqual([
      "Revision 2026-03-01 (1 March 2026)",
      "Revision 2025-07-24 (24 July 2025)",
    ]);
    expect(first?.hasAttribute("open")).toBe(false);
  });

  test("stays readable, word for word", () => {
    const spans = [...(first?.querySelectorAll("span, li[id], dd") ?? [])];

    expect(spans.map((it) => it.textContent)).toEqual(
      sentencesOfPage(buildDocument(policyInForce("2025-07-24"), "en")).map(plainText),
    );
  });

  test("says what has changed since, old and new", () => {
    const changes = difference(policyInForce("2025-07-24"), policy, "en");
    const told = (tag: string) =>
      [...(first?.querySelectorAll(tag) ?? [])].map((it) => it.textContent);
    const texts = (of: "before" | "after") =>
      changes.flatMap((change) => change[of] ?? []).toSorted();

    expect(told("del").toSorted()).toEqual(texts("before"));
    expect(told("ins").toSorted()).toEqual(texts("after"));
  });
});
