// @vitest-environment jsdom
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { sitePages } from "../support/sitePages.ts";

const host = inject("siteFolder");
const base = inject("siteBase");
const pages = sitePages(host, base, ["storybook", "pagefind"]).map(({ path, html }) => ({
  path,
  document: new DOMParser().parseFromString(html, "text/html"),
}));
const origin = "https://host.example";

/** What an address of the site is as a file; undefined elsewhere. */
function fileOf({ origin: of, pathname }: URL): string | undefined {
  if (of !== origin) return undefined;
  const path = decodeURIComponent(pathname);
  return join(host, path.endsWith("/") ? `${path}index.html` : path);
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/** Every address that a page names, as it stands there. */
function addressesOf(document: Document): readonly string[] {
  const attributes = [...document.querySelectorAll("[href], [src]")].flatMap((element) =>
    [element.getAttribute("href"), element.getAttribute("src")].filter(
      (value) => value !== null,
    ),
  );
  const sets = [...document.querySelectorAll("[srcset]")].flatMap((element) =>
    (element.getAttribute("srcset") ?? "")
      .split(",")
      .map((one) => one.trim().split(" ")[0] ?? ""),
  );
  return [...attributes, ...sets];
}

test("every address of the site leads to a file of it, and every anchor to a place", () => {
  const anchors = new Map(
    pages.map(({ path, document }) => [
      join(host, path.endsWith("/") ? `${path}index.html` : path),
      new Set([...document.querySelectorAll("[id]")].map(({ id }) => id)),
    ]),
  );
  const broken = pages.flatMap(({ path, document }) =>
    [...new Set(addressesOf(document))].flatMap((address) => {
      const url = new URL(address, `${origin}${path}`);
      const file = fileOf(url);
      if (file === undefined) return [];
      if (!isFile(file)) return [`${path}: ${address}`];
      const places = anchors.get(file);
      const anchor = decodeURIComponent(url.hash.slice(1));
      return anchor === "" || !places || places.has(anchor)
        ? []
        : [`${path}: ${address}`];
    }),
  );

  expect(pages.length).toBeGreaterThan(150);
  expect(broken).toEqual([]);
});

test("no page loads anything from elsewhere", () => {
  const foreign = pages.flatMap(({ path, document }) =>
    [...document.querySelectorAll("[src], [srcset], link[href]")]
      .flatMap((element) => ["src", "srcset", "href"].map((n) => element.getAttribute(n)))
      .filter((value) => value !== null)
      .filter((value) => new URL(value, origin).origin !== origin)
      .map((value) => `${path}: ${value}`),
  );

  expect(foreign).toEqual([]);
});

test("every page says what a search engine and a screen reader ask for", () => {
  const lacking = pages.flatMap(({ path, document }) => {
    const content = (name: string) =>
      document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";
    const is404 = path.endsWith("404.html");
    const faults = {
      title: document.title.length > 5,
      description: is404 || content("description").length > 20,
      viewport: content("viewport").includes("width=device-width"),
      language:
        document.documentElement.lang === (path.startsWith(`${base}de/`) ? "de" : "en"),
      "one title": document.querySelectorAll("h1").length === 1,
    };
    return Object.entries(faults)
      .filter(([, holds]) => !holds)
      .map(([name]) => `${path}: ${name}`);
  });

  expect(lacking).toEqual([]);
});

test("a page that is in English alone says so in German, and is marked as English", () => {
  const german = pages.filter(({ path }) => path.startsWith(`${base}de/`));
  const own = ["", "live/", "policy/"].map((name) => `${base}de/${name}`);
  const unsaid = german
    .filter(({ path }) => !own.includes(path))
    .filter(({ document }) => {
      const main = document.querySelector("main");
      return (
        main?.lang !== "en" ||
        !main.textContent?.includes("Diese Seite gibt es nur auf Englisch.")
      );
    });

  expect(german.length).toBeGreaterThan(80);
  expect(unsaid.map(({ path }) => path)).toEqual([]);
});
