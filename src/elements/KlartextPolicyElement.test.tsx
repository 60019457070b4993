import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import { translate } from "../../test/support/translator.ts";
import {
  buildDocument,
  buildPage,
  liveConfigPolicy,
  renderHtml,
} from "../policy/index.ts";
import "./index.ts";

const builtIn = liveConfigPolicy();
const htmlOf = (language: "de" | "en", policy = builtIn) =>
  renderHtml(buildDocument(policy, language));
const withoutSpace = (text: string | null) => (text ?? "").replace(/\s+/g, "");

/** The words of a policy, read from what a server would send. */
function wordsOf(language: "de" | "en", policy = builtIn): string {
  const page = new DOMParser().parseFromString(htmlOf(language, policy), "text/html");
  return withoutSpace(page.body.textContent);
}

function put(html: string): HTMLElementTagNameMap["klartext-policy"] {
  document.body.innerHTML = html;
  const element = document.querySelector("klartext-policy");
  if (!element) throw new Error("There is no element in the page.");
  return element;
}

const settled = (element: Element, words: string) =>
  waitFor(() => expect(withoutSpace(element.textContent)).toBe(words));

beforeEach(() => document.documentElement.setAttribute("lang", "de-AT"));
afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute("lang");
});

describe("<klartext-policy>", () => {
  test("shows the policy in the language of the page", async () => {
    const element = put("<klartext-policy></klartext-policy>");

    await settled(element, wordsOf("de"));
    expect(element.querySelector("article")?.lang).toBe("de");
  });

  test("prefers its own lang, and follows it when it changes", async () => {
    const element = put('<klartext-policy lang="en"></klartext-policy>');
    await settled(element, wordsOf("en"));

    element.lang = "de";
    await settled(element, wordsOf("de"));

    element.removeAttribute("lang");
    document.documentElement.lang = "en-GB";
    await settled(element, wordsOf("en"));
  });

  test("leaves its words alone under a machine translation", async () => {
    document.documentElement.lang = "en";
    const element = put("<klartext-policy></klartext-policy>");
    await settled(element, wordsOf("en"));
    const article = element.firstElementChild;

    translate(element);
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(element.firstElementChild).toBe(article);
    document.documentElement.className = "";
  });

  test("has the anchors and the elements that a server writes", async () => {
    const element = put("<klartext-policy></klartext-policy>");
    await settled(element, wordsOf("de"));

    const sent = new DOMParser().parseFromString(htmlOf("de"), "text/html");
    const anchors = (root: ParentNode) =>
      [...root.querySelectorAll("[id]")].map(({ id, tagName }) => `${tagName} ${id}`);
    expect(anchors(element)).toEqual(anchors(sent));
    expect(element.querySelector("time")?.getAttribute("datetime")).toBe("2025-07-24");
    expect(element.querySelectorAll("code")).toHaveLength(2);
  });

  test("puts its headings below those of the page", async () => {
    const element = put('<klartext-policy heading-level="3"></klartext-policy>');
    await settled(element, wordsOf("de"));

    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(1);
    expect(screen.getAllByRole("heading", { level: 4 })).toHaveLength(4);
    element.headingLevel = 2;
    expect(element.getAttribute("heading-level")).toBe("2");
    await waitFor(() =>
      expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(1),
    );
  });

  test("leaves what a server put inside", async () => {
    const element = put(`<klartext-policy>${htmlOf("en")}</klartext-policy>`);
    const article = element.firstElementChild;

    document.documentElement.lang = "de-CH";
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(element.firstElementChild).toBe(article);
    expect(withoutSpace(element.textContent)).toBe(wordsOf("en"));
  });

  test("shows a host's own policy, set before or after it is in the page", async () => {
    const element = document.createElement("klartext-policy");
    element.policy = otherPolicy;
    document.body.append(element);
    await settled(element, wordsOf("de", otherPolicy));

    element.policy = undefined;
    await settled(element, wordsOf("de"));
  });

  test("takes a policy that was set before the element was defined", async () => {
    const early = document.implementation
      .createHTMLDocument()
      .createElement("klartext-policy");
    expect("headingLevel" in early).toBe(false);
    early.policy = otherPolicy;

    document.body.append(early);

    await settled(early, wordsOf("de", otherPolicy));
    expect(Object.hasOwn(early, "policy")).toBe(false);
  });

  test("does not touch a server's page that says all of the host's policy", async () => {
    const page = renderHtml(buildPage(otherPolicy, "de"));
    expect(page.length).toBeGreaterThan(htmlOf("de", otherPolicy).length);
    const element = put(`<klartext-policy>${page}</klartext-policy>`);
    const article = element.firstElementChild;
    element.policy = otherPolicy;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(element.firstElementChild).toBe(article);

    element.policy = builtIn;
    await settled(element, wordsOf("de"));
    expect(element.firstElementChild).not.toBe(article);
  });

  test("can be loaded twice", async () => {
    const before = customElements.get("klartext-policy");
    vi.resetModules();

    await expect(import("./index.ts")).resolves.toBeDefined();

    expect(customElements.get("klartext-policy")).toBe(before);
  });
});
