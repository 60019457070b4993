// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { digestText } from "../../../src/payload/index.ts";
import { policyInForce } from "../../../src/policy/demo/referencePolicy.ts";
import {
  buildPage,
  facts,
  type Language,
  languages,
  policyText,
  renderHtml,
} from "../../../src/policy/index.ts";
import { irisOf, isKnownIri } from "../../../test/support/irisOf.ts";
import { wordsOf } from "../../../test/support/renderMarkdown.ts";
import { createDocs } from "./createDocs.ts";
import { docsNames, docsPaths } from "./docsSite.ts";

const policy = policyInForce("2026-04-01");
const docs = createDocs(policy);

async function read(language: Language) {
  const answer = await docs.request(docsPaths[language]);
  const text = await answer.text();
  return { answer, page: new DOMParser().parseFromString(text, "text/html") };
}

describe.each(languages)("the documentation in %s", (language) => {
  const other = { de: "en", en: "de" } as const;

  test("has the whole policy, word for word", async () => {
    const { answer, page } = await read(language);
    const article = page.querySelector("main > article")?.outerHTML ?? "";
    const alternateUrl = docsNames[other[language]];

    expect(answer.headers.get("Content-Type")).toMatch(/^text\/html; *charset=utf-8$/i);
    expect(answer.headers.get("Content-Language")).toBe(language);
    expect(wordsOf(article)).toBe(
      wordsOf(renderHtml(buildPage(policy, language), { alternateUrl, contents: false })),
    );
    for (const anchor of Object.values(facts)) {
      expect(page.getElementById(`policy-${anchor}`)).not.toBeNull();
    }
  });

  test("runs nothing, and leads only to what is there", async () => {
    const { page } = await read(language);
    const targets = [...page.querySelectorAll("[href], [src]")].map(
      (it) => it.getAttribute("href") ?? it.getAttribute("src") ?? "",
    );
    const broken = await Promise.all(
      targets.map(async (target) => {
        if (target === "../") return [];
        if (target.startsWith("#")) {
          return page.getElementById(target.slice(1)) ? [] : [target];
        }
        return (await docs.request(`/docs/${target}`)).status === 200 ? [] : [target];
      }),
    );

    expect(page.querySelectorAll("script, style, [style]")).toHaveLength(0);
    expect(broken.flat()).toEqual([]);
  });

  test("names its other language and its machine-readable form", async () => {
    const { page } = await read(language);
    const links = [...page.head.querySelectorAll<HTMLLinkElement>("link")].map((link) => [
      link.rel,
      link.hreflang || link.type,
      link.getAttribute("href"),
    ]);

    expect(page.documentElement.lang).toBe(language);
    expect(links).toContainEqual([
      "alternate",
      other[language],
      docsNames[other[language]],
    ]);
    expect(links).toContainEqual([
      "privacy-policy",
      "application/ld+json",
      `${docsNames[language]}.jsonld`,
    ]);
  });

  test("is told to machines as the same revision and the same text", async () => {
    const { page } = await read(language);
    const answer = await docs.request(`${docsPaths[language]}.jsonld`);
    const notice = JSON.parse(await answer.text());

    expect(answer.headers.get("Content-Type")).toBe("application/ld+json");
    expect(notice["kt:revision"]).toBe(page.querySelector("article")?.dataset.revision);
    expect(notice["kt:digest"]).toBe(await digestText(policyText(policy, language)));
    expect(irisOf(notice).filter((iri) => !isKnownIri(iri))).toEqual([]);
  });
});
