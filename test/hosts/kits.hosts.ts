import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { beforeAll, describe, expect } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import { weights } from "../support/looksInHost.ts";
import { openBytes } from "../support/openBytes.ts";
import { test } from "../support/playwright.ts";
import { serveApp } from "../support/serveApp.ts";
import { signInThere } from "../support/useCenter.ts";

/** MUI and antd write their rules into `<style>`. */
const contentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'";

let folder: string;

beforeAll(async () => {
  const files = { "hosts.md": "docs/hosts.md", "theming.md": "docs/theming.md" };
  folder = join(await buildHost("kits", { files }), "dist");
});

const both = ["light", "dark"] as const;

describe.each([
  ["bootstrap-3", ["light"] as const],
  ["bootstrap-5", both],
  ["tailwind-3", both],
  ["tailwind-4", both],
  ["tailwind-4-layer", ["light"] as const],
  ["shadcn", both],
  ["mui", both],
  ["mantine", both],
  ["antd", both],
  ["bulma", both],
  ["pico", both],
  ["patternfly", both],
])("with what docs/hosts.md adds to %s", (kit, themes) => {
  test.for(themes)("a centre is at home in its %s theme", async (theme, { open }) => {
    const app = await serveApp({ from: { folder }, contentSecurityPolicy });
    const { page, context, log } = await open({
      baseURL: app.address,
      // The system prefers the other one: the kit's switch decides.
      colorScheme: theme === "dark" ? "light" : "dark",
      viewport: { width: 1100, height: 900 },
    });
    await signInThere(context, app);
    await page.goto(`/?kit=${kit}&theme=${theme}`);
    await page.getByRole("switch").nth(1).waitFor();
    await openBytes(page);

    const looks = await page
      .locator(".kt-root")
      .first()
      .evaluate((root) => {
        const clear = "rgba(0, 0, 0, 0)";
        const painted = (element: Element | null): string => {
          const found = element
            ? getComputedStyle(element).backgroundColor
            : "rgb(255, 255, 255)";
          return found === clear ? painted(element?.parentElement ?? null) : found;
        };
        const around = root.parentElement ?? document.body;
        return [root, around].map((one) => [getComputedStyle(one).color, painted(one)]);
      });
    const [grant, refusal] = await weights(page);
    const { violations } = await new AxeBuilder({ page }).include(".kt-root").analyze();

    expect(refusal).toEqual(grant);
    expect(grant?.height).toBeGreaterThanOrEqual(44);
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(looks[0]).toEqual(looks[1]);
    expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
    const pictures = process.env.KITS_PICTURES;
    if (pictures) await page.screenshot({ path: `${pictures}/${kit}-${theme}.png` });
  });
});
