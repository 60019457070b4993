import { join } from "node:path";
import { expect } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import { test } from "../support/playwright.ts";
import { serveApp } from "../support/serveApp.ts";
import { signInThere, switchOnAndOff } from "../support/useCenter.ts";

test.for([
  ["React 19", "vite-react", []],
  ["React 18.3 and the lowest react-query", "vite-react-18", ["vite-react"]],
] as const)(
  "Vite with %s: a centre turns on and off",
  async ([, name, over], { open }) => {
    const folder = join(await buildHost(name, { over }), "dist");
    const app = await serveApp({ from: { folder } });
    const { page, context, log } = await open({ baseURL: app.address });
    await signInThere(context, app);

    await page.goto("/");
    await switchOnAndOff(page, app, "Serverstatistiken senden");

    expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
    expect(app.reports).toEqual([]);
  },
);
