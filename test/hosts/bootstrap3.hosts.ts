import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, inject } from "vitest";
import { installHost, run } from "../support/buildHost.ts";
import { expectFit } from "../support/expectFit.ts";
import { fencesOf } from "../support/markdown.ts";
import { test } from "../support/playwright.ts";
import { serveApp } from "../support/serveApp.ts";
import { signInThere, switchOnAndOff } from "../support/useCenter.ts";

const readme = join(import.meta.dirname, "../../docs/examples/bootstrap-3/README.md");
let folder: string;

beforeAll(async () => {
  folder = await installHost("bootstrap-3");
  await symlink(inject("packageFolder"), join(folder, "node_modules/klartext"));
  const [steps] = fencesOf(await readFile(readme, "utf8"));
  const copies = steps?.text.split("\n").filter((line) => line.startsWith("cp ")) ?? [];
  await run(folder, "bash", ["-euc", copies.join("\n")]);
});

test.for([
  ["light", 360],
  ["light", 1280],
  ["dark", 360],
  ["dark", 1280],
] as const)(
  "Bootstrap 3 on a system that prefers %s, %i px wide: a centre fits in, turns on and off",
  async ([colorScheme, width], { open }) => {
    const app = await serveApp({ from: { folder } });
    const { page, context, log } = await open({
      ...{ baseURL: app.address, colorScheme, viewport: { width, height: 900 } },
    });
    await signInThere(context, app);

    await page.goto("/privacy.html");
    await page.getByRole("switch").nth(1).waitFor();
    await expectFit(page, { picture: `bootstrap-3-${colorScheme}-${width}` });
    await switchOnAndOff(page, app, "Serverstatistiken senden");

    expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
    expect(app.reports).toEqual([]);
  },
);
