// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { liveConfigPolicy } from "../../../src/policy/index.ts";
import { createApp } from "../app.ts";

const origins = ["http://127.0.0.1:4173", "https://panel.example"];
const app = createApp({
  ...{ origins, policy: liveConfigPolicy(), crash: undefined, report: vi.fn() },
  panel: { handle: async () => new Response("the API") },
  sessions: { start: vi.fn(), find: vi.fn() },
  viewer: vi.fn(),
  pageFolder: "/nowhere",
});

/** What Chromium sends when somebody opens a page. */
const navigation = {
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
};

async function open(headers: Readonly<Record<string, string>>, init: RequestInit = {}) {
  const answer = await app.request("/", {
    ...init,
    headers: { ...navigation, ...headers },
  });
  const text = await answer.text();
  return { answer, text, page: new DOMParser().parseFromString(text, "text/html") };
}
const wordsOf = (page: Document) => page.body.textContent?.replaceAll(/\s+/g, " ") ?? "";

describe("a person who opens a page under a host that is not served", () => {
  test.each([
    ["de-AT,en;q=0.5", "de", "Dieses Panel wird unter dieser Adresse nicht angeboten"],
    ["de", "de", "Dieses Panel wird unter dieser Adresse nicht angeboten"],
    ["en-GB", "en", "This panel is not offered at this address"],
    ["fr, de;q=0.1", "de", "Dieses Panel wird unter dieser Adresse nicht angeboten"],
    ["fr", "en", "This panel is not offered at this address"],
    ["de;q=0, en", "en", "This panel is not offered at this address"],
    ["", "en", "This panel is not offered at this address"],
  ])("and reads %j gets a page in %s", async (languages, language, heading) => {
    const { answer, page } = await open({
      ...{ Host: "other.example", "Accept-Language": languages },
    });

    expect(answer.status).toBe(421);
    expect(answer.headers.get("Content-Type")).toMatch(/^text\/html; *charset=utf-8$/i);
    expect(answer.headers.get("Content-Language")).toBe(language);
    expect(answer.headers.get("Vary")).toBe("Accept, Accept-Language");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(page.documentElement.lang).toBe(language);
    expect(page.querySelector("h1")?.textContent).toContain(heading);
  });

  test("reads the host received, the origins allowed and the remedy, without any other file", async () => {
    const { page } = await open({ Host: "other.example" });

    expect(wordsOf(page)).toContain("other.example");
    for (const origin of origins) {
      expect(page.querySelector(`a[href="${origin}"]`)?.textContent).toBe(origin);
    }
    expect(wordsOf(page)).toContain("KLARTEXT_ORIGIN");
    expect(wordsOf(page)).toContain("proxy_set_header Host $http_host");
    expect(page.querySelectorAll("script, style, link, img, [style]")).toHaveLength(0);
  });

  test.each([
    ["de", "Der Port fehlt"],
    ["en", "The port is missing"],
  ])("without its port reads so in %s", async (language, words) => {
    const headers = { "Accept-Language": language };
    const { page } = await open({ ...headers, Host: "127.0.0.1" });
    const other = await open({ ...headers, Host: "127.0.0.1:1" });

    expect(wordsOf(page)).toContain(words);
    expect(wordsOf(other.page)).not.toContain(words);
  });

  test.each(['"><script>alert(1)</script>', "a'b&lt;<img src=x onerror=alert(1)>"])(
    "reads %s as a text",
    async (host) => {
      const { page } = await open({ Host: host });

      expect(page.querySelectorAll("script, img")).toHaveLength(0);
      expect(wordsOf(page)).toContain(host);
    },
  );

  test("reads as much of a host as can be read", async () => {
    expect((await open({ Host: "a".repeat(9_000) })).text.length).toBeLessThan(4_000);
  });

  test("reads that no host was named", async () => {
    expect(wordsOf((await open({ Host: "" })).page)).toContain("Host is missing");
  });
});

test("a form on another site is refused by a page that names what came", async () => {
  const { answer, page } = await open(
    { Host: "panel.example", Origin: "https://attacker.example/<b>" },
    { method: "POST" },
  );

  expect(answer.status).toBe(403);
  expect(wordsOf(page)).toContain("https://attacker.example/<b>");
  expect(wordsOf(page)).toContain("Sec-Fetch-Site");
  expect(page.querySelectorAll("b")).toHaveLength(0);
});

describe("whoever asks for something else than a page", () => {
  test.each([
    ["a program", "/", { Accept: "*/*" }],
    ["a program that says nothing", "/", { Accept: "" }],
    ["the demonstration's page", "/demo/session", { Accept: "application/json" }],
    [
      "who prefers the problem",
      "/",
      { Accept: "text/html;q=0.5, application/problem+json" },
    ],
    ["a person who opens the API", "/api/privacy/policy", navigation],
  ])("gets the problem document: %s", async (_, path, headers) => {
    const answer = await app.request(path, {
      headers: { ...headers, Host: "x.example" },
    });

    expect(answer.status).toBe(421);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  });
});
