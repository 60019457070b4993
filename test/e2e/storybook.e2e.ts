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

test("needs no panel and writes nothing to the console, in any story", async ({
  open,
}) => {
  const { page, log } = await open({ baseURL: served.address });
  const index: { entries: Record<string, { id: string; type: string }> } = JSON.parse(
    await readFile(join(folder, "index.json"), "utf8"),
  );
  const stories = Object.values(index.entries).filter(({ type }) => type === "story");

  for (const { id } of stories) {
    await page.goto(`/iframe.html?id=${id}&viewMode=story`);
    await page.locator("#storybook-root > *").waitFor({ state: "attached" });
  }

  expect(stories.length).toBeGreaterThan(20);
  expect(problems(log)).toEqual([]);
  expect(log.console).toEqual([]);
  expect(log.requests.filter((line) => line.includes("/api/"))).toEqual([]);
}, 180_000);
