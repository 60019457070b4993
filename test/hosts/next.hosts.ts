import { beforeAll, expect } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import {
  keepsTheContract,
  type PreparedExample,
  prepareExample,
} from "../support/examplePanel.ts";
import { bytesOf, isOfLibrary, loadedScripts } from "../support/loadedScripts.ts";
import { test } from "../support/playwright.ts";
import { readSite } from "../support/readSite.ts";
import { serveApp } from "../support/serveApp.ts";
import { startServer } from "../support/startServer.ts";
import { signInThere, switchOnAndOff } from "../support/useCenter.ts";

let folder: string;

beforeAll(async () => {
  const examples = "docs/examples/panel";
  const files = ["openStore.ts", "panel.ts", "payloads.ts", "viewer.ts"].map((file) => [
    `privacy/${file}`,
    `${examples}/${file}`,
  ]);
  folder = await buildHost("next", {
    files: { ".": `${examples}/next`, ...Object.fromEntries(files) },
  });
});

async function startNext(): Promise<PreparedExample> {
  const example = await prepareExample();
  const options = ["start", "--hostname=127.0.0.1", `--port=${example.env.PORT}`];
  await startServer(folder, ["npx", "next", ...options], example.env);
  return example;
}

test("Next shows the policy in both languages with JavaScript off and on", async ({
  open,
}) => {
  const { address } = await startNext();

  await readSite(address, { de: "/datenschutz", en: "/privacy" }, open);
});

test("Next shows the policy as HTML with JavaScript off and on", async ({ open }) => {
  const { address } = await startNext();

  await readSite(address, { en: "/html/privacy" }, open);
});

test("Next: a policy as a server component loads the scripts of an empty page, and no byte more", async ({
  open,
}) => {
  const { address } = await startNext();
  const scriptsOf = (path: string) => loadedScripts(address, path, open);
  const empty = await scriptsOf("/empty");
  const centre = await scriptsOf("/panel");

  expect(empty.size).toBeGreaterThan(0);
  expect([...centre.values()].some(isOfLibrary)).toBe(true);
  for (const path of ["/privacy", "/datenschutz", "/html/privacy"]) {
    const scripts = await scriptsOf(path);

    console.log(
      `Next ${path}: ${bytesOf(scripts)} bytes of scripts, ${bytesOf(empty)} without`,
    );
    expect([path, bytesOf(scripts)]).toEqual([path, bytesOf(empty)]);
    expect([...scripts.values()].filter(isOfLibrary)).toEqual([]);
  }
});

/** Next writes inline scripts of its own; everything else is forbidden as elsewhere. */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'; require-trusted-types-for 'script'";

test("Next: a centre that its server rendered turns on and off", async ({ open }) => {
  const { address } = await startNext();
  const app = await serveApp({
    from: { address },
    contentSecurityPolicy,
  });
  const { page, context, log } = await open({ baseURL: app.address });
  await signInThere(context, app);

  await page.goto("/panel");
  await switchOnAndOff(page, app, "Serverstatistiken senden");

  expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
  expect(app.reports).toEqual([]);
});

test("Next: the panel of its own route handler keeps the contract", async () => {
  await keepsTheContract(await startNext());
});
