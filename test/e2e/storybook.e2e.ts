import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect } from "vitest";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { type ServedFolder, serveFolder } from "../support/serveFolder.ts";

let folder: string;
let served: ServedFolder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "klartext-storybook-"));
  await promisify(execFile)(
    "storybook",
    ["build", "--output-dir", folder, "--disable-telemetry", "--quiet"],
    { env: { ...process.env, NODE_ENV: "production" } },
  );
  served = await serveFolder(folder);
});

afterAll(async () => {
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

interface StorybookEntry {
  readonly id: string;
  readonly type: string;
  readonly tags: readonly string[];
}

async function storybookEntries(): Promise<Readonly<Record<string, StorybookEntry>>> {
  return JSON.parse(await readFile(join(folder, "index.json"), "utf8")).entries;
}

test("needs no panel and writes nothing to the console, in any story or guide", async ({
  open,
}) => {
  const { page, log } = await open({ baseURL: served.address });
  const entries = Object.values(await storybookEntries());
  const stories = entries.filter(({ type }) => type === "story");
  const guides = entries.filter(({ tags }) => tags.includes("unattached-mdx"));

  for (const { id } of guides) {
    await page.goto(`/iframe.html?id=${id}&viewMode=docs`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  for (const { id } of stories) {
    await page.goto(`/iframe.html?id=${id}&viewMode=story`);
    await page.locator("#storybook-root > *").waitFor({ state: "attached" });
  }

  expect(stories.length).toBeGreaterThan(20);
  expect(guides.length).toBeGreaterThan(2);
  expect(problems(log)).toEqual([]);
  expect(log.console).toEqual([]);
  expect(log.requests.filter((line) => line.includes("/api/"))).toEqual([]);
}, 180_000);
