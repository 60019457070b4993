// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { purposeStatuses } from "../../src/client/purposeStatus.ts";
import { sitePages } from "../support/sitePages.ts";

const host = inject("siteFolder");
const base = inject("siteBase");

const { entries } = JSON.parse(
  readFileSync(join(host, base, "storybook/index.json"), "utf8"),
);

/** The rows of a table of the states, by the first word of its head, with the stories in each. */
function rowsOf(path: string, first: string): readonly (readonly string[])[] {
  const page = sitePages(host, base, ["storybook", "pagefind"]).find(
    (one) => one.path === `${base}${path}`,
  );
  const document = new DOMParser().parseFromString(page?.html ?? "", "text/html");
  const table = [...document.querySelectorAll("table")].find(
    (one) => one.querySelector("th")?.textContent === first,
  );
  return [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) =>
    [...row.querySelectorAll("a")].map((link) => {
      const { pathname, searchParams } = new URL(link.href, "https://host.example");
      expect(pathname).toBe(`${base}storybook/`);
      return searchParams.get("path")?.replace("/story/", "") ?? "";
    }),
  );
}

test.each(["states/", "de/states/"])(
  "each state that is read about in %s is one click from a story that there is",
  (path) => {
    const chips = rowsOf(path, "chip");
    const states = rowsOf(path, "component");

    expect(chips).toHaveLength(purposeStatuses.length);
    expect(states.length).toBeGreaterThan(300);
    expect([...chips, ...states].filter((links) => links.length !== 1)).toEqual([]);
    expect([...chips, ...states].flat().filter((id) => !(id in entries))).toEqual([]);
  },
);
