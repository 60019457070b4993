import { join } from "node:path";
import { build as buildApp } from "vite";
import { describe, expect } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { test } from "../support/playwright.ts";
import { type Host, sheet, showInHost } from "../support/showInHost.ts";

const dark = "rgb(20, 25, 31)";
const light = "rgb(255, 255, 255)";
const nested = (attributes: string) => (it: string) => `<div ${attributes}>${it}</div>`;

describe.each(["as it is", "as Vite builds it"])("the sheet, %s,", (way) => {
  const build = way === "as it is" ? async (css: string) => css : buildSheet;

  test.for<readonly [string, Host, string, string]>([
    ["says nothing", {}, light, light],
    ["is dark", { css: "html { color-scheme: dark; }" }, dark, dark],
    ["follows the system", { css: "html { color-scheme: light dark; }" }, light, dark],
    ["has the class dark", { html: 'class="dark"' }, dark, dark],
    ["has PatternFly's class", { html: 'class="pf-v6-theme-dark"' }, dark, dark],
    ["has Bootstrap's attribute", { html: 'data-bs-theme="dark"' }, dark, dark],
    [
      "is light within dark",
      { html: 'class="dark"', around: nested('data-theme="light"') },
      light,
      light,
    ],
    [
      "is dark within light",
      { html: 'data-theme="light"', around: nested('class="dark"') },
      dark,
      dark,
    ],
    ["says it of the root", { css: ".kt-root { color-scheme: dark; }" }, dark, dark],
  ])("has the colours of a page that %s", async ([, host, ...expected], { open }) => {
    const found: string[] = [];
    const ours = await build(sheet);
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await open({ colorScheme });
      await showInHost(page, '<div class="kt-root">Text</div>', {
        ...host,
        css: await build(host.css ?? ""),
        ours,
      });
      found.push(
        await page
          .locator(".kt-root")
          .evaluate((root) => getComputedStyle(root).backgroundColor),
      );
    }

    expect(found).toEqual(expected);
  });
});

const inLayer = "@layer base { :root { color-scheme: light dark; } }";

test.for([
  ["counts as it is", async (css: string) => css, dark],
  ["is not seen where a build has replaced light-dark()", buildSheet, light],
] as const)(
  "what a page says of its colours in a layer %s",
  async ([, build, expected], { open }) => {
    const { page } = await open({ colorScheme: "dark" });
    await showInHost(page, '<div class="kt-root">Text</div>', {
      css: await build(inLayer),
      ours: await build(sheet),
    });

    const found = await page
      .locator(".kt-root")
      .evaluate((root) => getComputedStyle(root).backgroundColor);

    expect(found).toBe(expected);
  },
);

/** A sheet as a host's build leaves it, with what older browsers understand. */
async function buildSheet(css: string): Promise<string> {
  if (css === "") return css;
  const folder = await makeFolder({ "host.css": css });
  const built = await buildApp({
    root: folder,
    configFile: false,
    logLevel: "error",
    build: { write: false, rolldownOptions: { input: join(folder, "host.css") } },
  });
  const files = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  return files.map((file) => ("source" in file ? String(file.source) : "")).join("");
}
