import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { type BuiltStorybook, buildStorybook } from "../support/buildStorybook.ts";
import { openStory } from "../support/openStory.ts";
import { test } from "../support/playwright.ts";
import { isExplained } from "./checkers/explained.ts";
import {
  type CheckerFinding,
  checkerFindings,
  checkerScripts,
} from "./checkers/findings.ts";

let storybook: BuiltStorybook;

beforeAll(async () => {
  storybook = await buildStorybook();
});

afterAll(() => storybook?.close());

test("IBM Equal Access and HTML CodeSniffer find nothing in any story that is not explained", async ({
  browser,
}) => {
  const index = JSON.parse(await readFile(join(storybook.folder, "index.json"), "utf8"));
  const stories: readonly string[] = Object.values<{ id: string; type: string }>(
    index.entries,
  )
    .filter(({ type }) => type === "story")
    .map(({ id }) => id);
  const found = new Map<string, CheckerFinding & { readonly stories: string[] }>();
  for (const [number, story] of stories.entries()) {
    const language = number % 2 === 0 ? "de" : "en";
    const { page, context } = await openStory(browser, storybook.address, {
      ...{ story, language, theme: "light", width: 1280 },
    });
    // What Storybook has on the page beside the story is not ours.
    await page.evaluate(() => {
      const root = document.querySelector("#storybook-root");
      for (const other of [...document.body.children]) if (other !== root) other.remove();
    });
    for (const path of checkerScripts) await page.addScriptTag({ path });
    for (const finding of await checkerFindings(page)) {
      const key = `${finding.checker} ${finding.rule}`;
      const known = found.get(key) ?? { ...finding, stories: [] };
      known.stories.push(story);
      found.set(key, known);
    }
    await context.close();
  }

  const folder = join(import.meta.dirname, "../../test-results/engines");
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "checkers.json"),
    JSON.stringify([...found.values()], null, 2),
  );
  for (const { checker, certainty, rule, stories: of } of found.values()) {
    process.stdout.write(`${checker}: ${certainty} ${rule}, ${of.length} times\n`);
  }
  expect(stories.length).toBeGreaterThan(200);
  expect(
    [...found.values()].filter((finding) => !isExplained(finding, finding.stories)),
  ).toEqual([]);
}, 3_600_000);
