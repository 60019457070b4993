// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { atomFaults } from "../../../test/support/atomFaults.ts";
import { policyInForce } from "../demo/referencePolicy.ts";
import { languages, liveConfigPolicy, renderAtom } from "../index.ts";

const policy = policyInForce("2026-04-01");
const links = { feedUrl: "https://acme.example/privacy.atom", pageUrl: "/revisions?a&b" };

function read(feed: string): Document {
  return new DOMParser().parseFromString(feed, "application/xml");
}

const textsOf = (feed: string, selector: string) =>
  [...read(feed).querySelectorAll(selector)].map((one) => one.textContent);

describe.each(languages)("the feed in %s", (language) => {
  const feed = renderAtom(policy, language, links);

  test.each([
    ["three revisions", feed],
    ["one", renderAtom(liveConfigPolicy(), language)],
    ["another product", renderAtom(otherPolicy, language, links)],
  ])("of %s keeps the rules of RFC 4287", (_, text) => {
    expect(atomFaults(text)).toEqual([]);
  });

  test("has an entry for each revision, newest first, of that revision's day", () => {
    expect(read(feed).documentElement.getAttribute("xml:lang")).toBe(language);
    expect(textsOf(feed, "entry > updated")).toEqual([
      "2026-04-01T00:00:00Z",
      "2026-03-01T00:00:00Z",
      "2025-07-24T00:00:00Z",
    ]);
    expect(textsOf(feed, "feed > updated")[0]).toBe("2026-04-01T00:00:00Z");
  });

  test("says of a revision what it changed, as HTML", () => {
    const [, newer = ""] = textsOf(feed, "content");
    const said = new DOMParser().parseFromString(newer, "text/html").body.textContent;

    expect(said).toContain(policy.previous?.revision.summary[language]);
    expect(said).toContain(
      { de: "Neu: Prozessorarchitektur", en: "New: Processor architecture" }[language],
    );
    expect(said).toContain(
      { de: "wird die Einwilligung neu erfragt", en: "consent is asked for anew" }[
        language
      ],
    );
  });

  test("leads to itself, and to each revision on the page", () => {
    const [self, page, first] = [...read(feed).querySelectorAll("link")].map((link) => [
      link.getAttribute("rel"),
      link.getAttribute("href"),
    ]);

    expect(self).toEqual(["self", links.feedUrl]);
    expect(page).toEqual(["alternate", links.pageUrl]);
    expect(first?.[1]).toBe(`${links.pageUrl}#policy-revision.2026-04-01`);
  });
});

test("an entry keeps its id when the feed moves and when a revision follows", () => {
  const before = textsOf(renderAtom(policyInForce("2026-03-01"), "de"), "entry > id");
  const after = textsOf(renderAtom(policy, "de", links), "entry > id");

  expect(after.slice(1)).toEqual(before);
  expect(new Set([...after, ...textsOf(renderAtom(policy, "en"), "id")]).size).toBe(7);
  // A feed that is out there has these ids: other ones would tell everything anew.
  expect(before).toEqual([
    "urn:uuid:79603a68-3e32-515c-84d4-7dd64f2ee327",
    "urn:uuid:7b47fdee-bb23-5844-8264-3796f290270f",
  ]);
});

test("whatever a setting contains stays text", () => {
  const vendor = `<&"'>\u0000\uD800]]>`;
  const feed = renderAtom(
    liveConfigPolicy({ vendor: { de: vendor, en: vendor } }),
    "en",
    links,
  );

  expect(atomFaults(feed)).toEqual([]);
  expect(textsOf(feed, "name")).toEqual([`<&"'>\uFFFD\uFFFD]]>`]);
});

test("links nothing but http, https and what is relative", () => {
  expect(() => renderAtom(policy, "en", { feedUrl: "javascript:0" })).toThrow(RangeError);
  expect(() => renderAtom(policy, "en", { pageUrl: "data:text/html," })).toThrow(
    RangeError,
  );
});

test.each([
  ["<id>", "<id >urn:x:1</id><id>"],
  ["<updated>", "<updated>on "],
  ["<author>", "<contributor/><summary/><author>"],
  ["<name>", "<email>"],
  ["urn:uuid:", ""],
  ['href="/rev', 'src="/rev'],
  ['type="html"', 'type="xhtml"'],
  ["</feed>", ""],
])("the check of a feed finds %s changed", (from, to) => {
  const broken = renderAtom(policy, "en", links).replace(from, to);

  expect(broken).not.toBe(renderAtom(policy, "en", links));
  expect(atomFaults(broken)).not.toEqual([]);
});
