// @vitest-environment jsdom
import { expect, inject, test } from "vitest";
import { navigation } from "../../site/src/docs/navigation.ts";
import { sitePages } from "../support/sitePages.ts";

const base = inject("siteBase");
const pages = sitePages(inject("siteFolder"), base, ["storybook", "pagefind"]).map(
  ({ path, html }) => ({
    path,
    document: new DOMParser().parseFromString(html, "text/html"),
  }),
);
const own = ["", "live/", "policy/"].map((name) => `${base}de/${name}`);
const german = pages.filter(({ path }) => path.startsWith(`${base}de/`));
const foreign = german.filter(({ path }) => !own.includes(path));

const languageOf = (element: Element | null) =>
  element?.closest("[lang]")?.getAttribute("lang");

/** Where the words of a selection are not in a language, with what they say. */
function otherThan(language: string, selector: string, from = foreign) {
  return from.flatMap(({ path, document }) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => languageOf(element) !== language)
      .map((element) => `${path}: ${element.textContent}`),
  );
}

test("around an English document, a German page marks what is English as such", () => {
  expect(foreign.length).toBeGreaterThan(80);
  expect(otherThan("en", "starlight-toc a, mobile-starlight-toc a")).toEqual([]);
  expect(otherThan("en", ".pagination-links .link-title")).toEqual([]);
});

test("and what is German as German", () => {
  const labels = ".pagination-links a > span, starlight-toc h2, .english-only";

  expect(foreign[0]?.document.querySelectorAll(labels).length).toBeGreaterThan(2);
  expect(otherThan("de", labels)).toEqual([]);
  expect(otherThan("de", ".sidebar-content summary .group-label", german)).toEqual([]);
});

test("a column of German words in an English document is marked as German", () => {
  const states = pages.find(({ path }) => path === `${base}states/`)?.document;
  const cells = [...(states?.querySelectorAll("table:first-of-type td") ?? [])];
  const said = (words: string) =>
    languageOf(cells.find(({ textContent }) => textContent === words) ?? null);

  expect(said("Gesperrt")).toBe("de");
  expect(said("Locked")).toBe("en");
});

test.each([base, `${base}de/`])(
  "in %s no two things that the navigation shows are called alike",
  (path) => {
    const page = pages.find((one) => one.path === path)?.document;
    const shown = [
      ".site-title",
      ".top-level > li > details > summary",
      ".top-level > li > details[open] > ul > li > a",
    ].flatMap((selector) => [...(page?.querySelectorAll(selector) ?? [])]);
    const names = shown.map(({ textContent }) => textContent?.trim());

    expect(names.length).toBeGreaterThan(2 * navigation.length);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  },
);
