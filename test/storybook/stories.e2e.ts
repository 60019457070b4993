import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject } from "vitest";
import { bundledGlyphs } from "../support/bundledGlyphs.ts";
import { geometryFaults } from "../support/geometry.ts";
import { keepDifference } from "../support/keepDifference.ts";
import { openStory, type StoryLook } from "../support/openStory.ts";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { createRandom } from "../support/random.ts";
import {
  fileOf,
  picturesFolder,
  referencePictures,
  takePicture,
} from "../support/referencePictures.ts";
import { shownCharacters } from "../support/shownCharacters.ts";
import { wordFaults } from "../support/wordFaults.ts";

const results = join(import.meta.dirname, "../../test-results/pictures");

const address = inject("storybookAddress");

beforeAll(async () => {
  await rm(results, { recursive: true, force: true });
});
interface StorybookEntry {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly tags: readonly string[];
}

async function storybookEntries(): Promise<readonly StorybookEntry[]> {
  const index = JSON.parse(
    await readFile(join(inject("storybookFolder"), "index.json"), "utf8"),
  );
  return Object.values(index.entries);
}

const isDeep = process.env.KLARTEXT_DEEP === "1";
const visited = isDeep ? "any story" : "the first story of any component";

/** What a page tells whoever runs the host of an answer that is not the panel's. */
const toldOfAnswers =
  /^error: Klartext: (What answered \(\d+\) is not the panel|The panel's answer \(\d+\) is outside)/;

test(`needs no panel and writes nothing to the console but of strange answers, in ${visited} or any guide`, async ({
  open,
}) => {
  const { page, log } = await open({ baseURL: address });
  const bundled = new Set(bundledGlyphs());
  const undrawn = new Set<string>();
  const entries = await storybookEntries();
  const stories = entries
    .filter(({ type }) => type === "story")
    .filter(
      ({ title }, index, all) =>
        isDeep || all.findIndex((other) => other.title === title) === index,
    );
  const guides = entries.filter(({ tags }) => tags.includes("unattached-mdx"));

  for (const { id } of guides) {
    await page.goto(`/iframe.html?id=${id}&viewMode=docs`);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    for (const character of await page.evaluate(shownCharacters)) {
      if (!bundled.has(character)) undrawn.add(`${character} in ${id}`);
    }
  }
  for (const { id } of stories) {
    await page.goto(`/iframe.html?id=${id}&viewMode=story`);
    await page.locator("#storybook-root > *").first().waitFor({ state: "attached" });
  }

  expect(stories.length).toBeGreaterThan(15);
  expect(guides.length).toBeGreaterThan(2);
  expect([...undrawn]).toEqual([]);
  const isUnexpected = (line: string) => !toldOfAnswers.test(line);
  expect(problems(log).filter(isUnexpected)).toEqual([]);
  expect(log.console.filter(isUnexpected)).toEqual([]);
  expect(log.requests.filter((line) => line.includes("/api/"))).toEqual([]);
}, 300_000);

const themes = ["light", "dark", "forced"] as const;
const languages = ["de", "en"] as const;
const seed = Number(process.env.LOOKS_SEED ?? Date.now() % 1_000_000);

/** Every status with what modifies it, in every language and theme: all, or a share of eight. */
async function decisionLooks(): Promise<readonly Omit<StoryLook, "width">[]> {
  const stories = (await storybookEntries())
    .filter(
      ({ type, title }) => type === "story" && title.startsWith("Purpose/Decision/"),
    )
    .map(({ id }) => id);
  expect(stories.length).toBeGreaterThan(70);
  const all = stories.flatMap((story) =>
    themes.flatMap((theme) => languages.map((language) => ({ story, theme, language }))),
  );
  if (isDeep) return all;
  const { below } = createRandom(seed);
  return Array.from({ length: 8 }, () => all[below(all.length)]).filter(
    (look) => look !== undefined,
  );
}

test(`a decision keeps its words whole and in their boxes (LOOKS_SEED=${seed})`, async ({
  browser,
}) => {
  const faults: string[] = [];
  for (const look of await decisionLooks()) {
    const opened = await openStory(browser, address, { ...look, width: 320 });
    const { page, context } = opened;
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const found = [...(await geometryFaults(page)), ...(await wordFaults(page))];
      faults.push(
        ...found.map((fault) => `${JSON.stringify({ ...look, width })} ${fault}`),
      );
    }
    await context.close();
  }

  expect(faults).toEqual([]);
}, 1_800_000);

// Pictures belong to one Chromium: the pinned one, which there is for Linux on x64.
const isPinned =
  process.platform === "linux" && process.arch === "x64" && !process.env.CHROMIUM_PATH;

describe.runIf(isPinned)("the reference picture", () => {
  test.for(referencePictures)(
    "$story in $language, $theme, $width px is as it was (take them anew with npm run pictures:update)",
    async (picture, { browser }) => {
      const before = await readFile(join(picturesFolder, fileOf(picture)));
      const after = await takePicture(browser, address, picture);

      expect(keepDifference(join(results, fileOf(picture)), before, after)).toBe(
        undefined,
      );
    },
  );
});
