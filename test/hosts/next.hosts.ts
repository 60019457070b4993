import { beforeAll, expect } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import { test } from "../support/playwright.ts";
import { readSite } from "../support/readSite.ts";
import { serveApp } from "../support/serveApp.ts";
import { startServer } from "../support/startServer.ts";
import { signInThere, switchOnAndOff } from "../support/useCenter.ts";

let folder: string;

beforeAll(async () => {
  folder = await buildHost("next");
});

function startNext(): Promise<string> {
  const options = ["start", "--hostname=127.0.0.1", "--port=0"];
  return startServer(folder, ["npx", "next", ...options]);
}

test("Next shows the policy in both languages with JavaScript off and on", async ({
  open,
}) => {
  await readSite(await startNext(), { de: "/datenschutz", en: "/privacy" }, open);
});

/** Next writes inline scripts of its own; everything else is forbidden as elsewhere. */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'; require-trusted-types-for 'script'";

test("Next: a centre that its server rendered turns on and off", async ({ open }) => {
  const app = await serveApp({
    from: { address: await startNext() },
    contentSecurityPolicy,
  });
  const { page, context, log } = await open({ baseURL: app.address });
  await signInThere(context, app);

  await page.goto("/panel");
  await switchOnAndOff(page, app, "Serverstatistiken senden");

  expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
  expect(app.reports).toEqual([]);
});
