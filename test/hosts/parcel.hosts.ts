import { join } from "node:path";
import { expect } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import { test } from "../support/playwright.ts";
import { serveApp } from "../support/serveApp.ts";
import { signInThere, switchOnAndOff } from "../support/useCenter.ts";

/** Parcel writes an import map into the page; everything else is forbidden as elsewhere. */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'; require-trusted-types-for 'script'";

test("Parcel: a centre turns on and off", async ({ open }) => {
  const folder = join(await buildHost("parcel"), "dist");
  const app = await serveApp({ from: { folder }, contentSecurityPolicy });
  const { page, context, log } = await open({ baseURL: app.address });
  await signInThere(context, app);

  await page.goto("/");
  await switchOnAndOff(page, app, "Serverstatistiken senden");

  expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
  expect(app.reports).toEqual([]);
});
