import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, inject } from "vitest";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { installHost, run } from "../support/buildHost.ts";
import { serveCockpit } from "../support/cockpit/serveCockpit.ts";
import { expectFit } from "../support/expectFit.ts";
import { makeFolder } from "../support/folder.ts";
import { fencesOf } from "../support/markdown.ts";
import { test } from "../support/playwright.ts";
import { decisionPath, startTestPanel } from "../support/startTestPanel.ts";
import { switchOnAndOffIn } from "../support/useCenter.ts";

const readme = join(import.meta.dirname, "../../docs/examples/cockpit/README.md");
let host: string;

beforeAll(async () => {
  host = await installHost("cockpit");
  await symlink(inject("packageFolder"), join(host, "node_modules/klartext"));
});

/** The plugin as its README lays it out, in Cockpit's shell, and a panel on its server. */
async function startCockpit() {
  const HOME = await makeFolder();
  const [lay = "", signIn = ""] = fencesOf(await readFile(readme, "utf8"))
    .filter(({ language }) => language === "sh")
    .map(({ text }) => text.replace("npm install klartext\n", ""));
  const policy = liveConfigPolicy();
  const config = { origin: "http://127.0.0.1:4173" };
  const panel = await startTestPanel({ policy, config });
  const signInHere = signIn.replace(`${config.origin}/`, `${panel.address()}/`);
  await run(host, "bash", ["-euc", lay], { HOME });
  await run(host, "bash", ["-euc", signInHere], { HOME });

  const session = await readFile(join(HOME, ".config/klartext-session"), "utf8");
  const { port } = new URL(panel.address());
  const patternfly = join(host, "node_modules/@patternfly/patternfly");
  const cockpit = await serveCockpit({
    packages: {
      privacy: join(HOME, ".local/share/cockpit/privacy"),
      shell: join(host, "shell"),
      patternfly,
    },
    fonts: join(patternfly, "assets/fonts"),
    files: { "/home/admin/.config/klartext-session": session },
    ports: { 4173: Number(port) },
  });
  const admin = await panel.signIn("admin");
  const status = async () => {
    const path = decisionPath("server-statistics");
    return JSON.parse((await admin.send("GET", path)).text).status;
  };
  return { ...cockpit, status };
}

/** The frame of the plugin, when it is there. */
async function openPlugin(page: Page, language = "en-us") {
  await page.goto(`/cockpit/@localhost/shell/index.html?language=${language}`);
  const element = await page.getByTitle("Privacy", { exact: true }).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("There is no frame of the plugin.");
  await frame.getByRole("switch").nth(1).waitFor();
  return frame;
}

test("Cockpit: a centre turns on and off over the bridge, without any cookie of the browser", async ({
  open,
}) => {
  const { address, reports, status } = await startCockpit();
  const { page, context, log } = await open({ baseURL: address });

  const frame = await openPlugin(page);
  await switchOnAndOffIn(frame, "Send server statistics", status);

  expect(await context.cookies()).toEqual([]);
  expect(log.requests.filter((line) => line.includes("/api/privacy"))).toEqual([]);
  expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
  expect(reports).toEqual([]);
});

test("Cockpit: an inline style of the plugin would have been reported", async ({
  open,
}) => {
  const { address, reports } = await startCockpit();
  const { page } = await open({ baseURL: address });
  const frame = await openPlugin(page);

  await frame.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<p style="color: red"></p>');
  });

  await expect.poll(() => reports.length).toBeGreaterThan(0);
});

test("Cockpit: a centre speaks the language of the shell", async ({ open }) => {
  const { address } = await startCockpit();
  const { page } = await open({ baseURL: address });

  const frame = await openPlugin(page, "de-de");

  await frame.getByRole("switch", { name: "Serverstatistiken senden" }).waitFor();
});

const styles = ["light", "dark"] as const;
const widths = [360, 1280] as const;

test.for(styles.flatMap((style) => widths.map((width) => [style, width] as const)))(
  "Cockpit: a centre fits into a shell that is set to %s, %i px wide",
  async ([style, width], { open }) => {
    const { address } = await startCockpit();
    const { page, log } = await open({
      baseURL: address,
      // The system prefers the other one: the shell decides.
      colorScheme: style === "dark" ? "light" : "dark",
      viewport: { width, height: 900 },
    });
    const frame = await openPlugin(page);
    await page.getByLabel("Style").selectOption(style);
    const isDark = frame.locator(":root.pf-v6-theme-dark");
    await expect.poll(() => isDark.count()).toBe(style === "dark" ? 1 : 0);

    await expectFit(page, { view: frame, picture: `cockpit-${style}-${width}` });
    expect(log.console).toEqual([]);
  },
);
