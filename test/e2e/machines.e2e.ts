import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { familiesOf } from "../support/familiesOf.ts";
import { shareName, shareOf } from "../support/shareOf.ts";

/** A machine whose own fontconfig has not one font. */
const machine = { folder: "" };

beforeAll(async () => {
  machine.folder = await mkdtemp(join(tmpdir(), "klartext-machine-"));
  const file = `<fontconfig><dir>${machine.folder}</dir></fontconfig>`;
  await writeFile(join(machine.folder, "fonts.conf"), file);
});

afterAll(() => rm(machine.folder, { recursive: true, force: true }));

/** A page with one letter that each family has, and one that Open Sans has not. */
const text = (family: string) => `<p style="font-family: ${family}">a →</p>`;

/** Starts the test browser as a fresh process of the tests would, under some variables. */
async function familiesUnder(variables: Record<string, string>, body: string) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  const { chromiumLaunchOptions } = await import("../support/chromium.ts");
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.setContent(`<meta charset="utf-8"><body>${body}</body>`);
    return await familiesOf(page);
  } finally {
    await browser.close();
  }
}

const machines: [string, () => Record<string, string>][] = [
  ["as it is", () => ({})],
  ["in Arabic", () => ({ LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" })],
  ["that asks for fonts of Japanese", () => ({ FC_LANG: "ja", LC_CTYPE: "ja_JP.UTF-8" })],
  [
    "with a fontconfig of its own",
    () => ({ FONTCONFIG_FILE: join(machine.folder, "fonts.conf") }),
  ],
  ["with a folder of fontconfig", () => ({ FONTCONFIG_PATH: machine.folder })],
  ["with another root for fonts", () => ({ FONTCONFIG_SYSROOT: machine.folder })],
];

describe.each(shareOf(machines, 2))(
  `on a machine %s (${shareName})`,
  (_name, variables) => {
    test.each([
      ["system-ui", ["DejaVu Sans", "Open Sans"]],
      ["sans-serif", ["DejaVu Sans", "Open Sans"]],
      ["a font that is nowhere", ["DejaVu Sans", "Open Sans"]],
      ["serif", ["DejaVu Serif"]],
      ["monospace", ["DejaVu Sans Mono"]],
      ["ui-monospace, monospace", ["DejaVu Sans Mono"]],
    ])("%s is drawn in the fonts that come with npm", async (family, expected) => {
      expect(await familiesUnder(variables(), text(family))).toEqual(expected);
    });
  },
);

test("a Chromium that CHROMIUM_PATH names is given the same fonts", async () => {
  const { chromiumPath } = await import("../support/chromium.ts");
  const CHROMIUM_PATH = await chromiumPath();
  const LD_LIBRARY_PATH = join(CHROMIUM_PATH, "../al2023/lib");

  const families = await familiesUnder(
    { CHROMIUM_PATH, LD_LIBRARY_PATH },
    text("sans-serif"),
  );

  expect(families).toEqual(["DejaVu Sans", "Open Sans"]);
});
