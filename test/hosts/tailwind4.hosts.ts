import { join } from "node:path";
import { beforeAll, expect } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import { expectFit } from "../support/expectFit.ts";
import { test } from "../support/playwright.ts";
import { serveApp } from "../support/serveApp.ts";
import { signInThere, switchOnAndOff } from "../support/useCenter.ts";

let folder: string;

beforeAll(async () => {
  const files = { ".": "docs/examples/tailwind-4" };
  folder = join(await buildHost("tailwind-4", { files }), "dist");
});

test.for([
  ["light", 360],
  ["light", 1280],
  ["dark", 360],
  ["dark", 1280],
] as const)(
  "Tailwind 4 with shadcn, %s, %i px wide: a centre fits in, turns on and off",
  async ([theme, width], { open }) => {
    const app = await serveApp({ from: { folder } });
    const { page, context, log } = await open({
      baseURL: app.address,
      // The system prefers the other one: the app decides.
      colorScheme: theme === "dark" ? "light" : "dark",
      viewport: { width, height: 900 },
    });
    await signInThere(context, app);

    await page.goto("/");
    await page.getByRole("switch").nth(1).waitFor();
    if (theme === "dark") await page.getByRole("button", { name: "Theme" }).click();
    await expectFit(page, { picture: `tailwind-4-${theme}-${width}` });
    await switchOnAndOff(page, app, "Send server statistics");

    expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
    expect(app.reports).toEqual([]);
  },
);
