import { expect, test } from "vitest";
import { preloadLinks } from "./preloadLinks.ts";

const line = (href: string) =>
  `<link rel="preload" as="fetch" crossorigin="anonymous" href="${href}">\n`;

test("a page that does not know who looks at it asks for the policy alone", () => {
  expect(preloadLinks()).toBe(line("/api/privacy/policy"));
});

test("where somebody is signed in the state and each payload are asked for too", () => {
  const purposes = ["server-statistics", "crash-reports"];

  expect(preloadLinks({ baseUrl: "api/privacy/", purposes })).toBe(
    [
      "api/privacy/policy",
      "api/privacy/purposes",
      "api/privacy/purposes/server-statistics/payload",
      "api/privacy/purposes/crash-reports/payload",
    ]
      .map(line)
      .join(""),
  );
});

test("nothing that stands in a base URL or a purpose gets out of the attribute", () => {
  const links = preloadLinks({ baseUrl: '/a"><script>&', purposes: ['"><b>'] });

  expect(links.match(/<[a-z]+/g)).toEqual(["<link", "<link", "<link"]);
  expect(links).toContain('href="/a&quot;&gt;&lt;script&gt;&amp;/policy"');
});
