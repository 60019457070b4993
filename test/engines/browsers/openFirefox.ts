import { join } from "node:path";
import { type Browser, firefox, type JSHandle, type Page } from "playwright-core";
import type { Looks } from "./looks.ts";
import type { Engine, Tab } from "./tab.ts";

/**
 * Starts Firefox ESR. Looks are preferences of the whole browser, for what Playwright asks
 * for a page's scheme, motion and colours has no effect on it.
 */
export async function launchFirefox(
  { dark, reducedMotion, forcedColors }: Looks = {},
  headless = true,
): Promise<Browser> {
  return firefox.launch({
    channel: "moz-firefox",
    executablePath: join(import.meta.dirname, "firefoxRelay.ts"),
    headless,
    firefoxUserPrefs: {
      "ui.systemUsesDarkTheme": dark ? 1 : 0,
      "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
      ...(forcedColors && {
        "ui.useAccessibilityTheme": 1,
        "browser.display.document_color_use": 2,
      }),
    },
  });
}

/** Firefox as an engine for the tasks. */
export async function openFirefox(looks: Looks): Promise<Engine> {
  const browser = await launchFirefox(looks);
  return {
    version: `Firefox ${browser.version()}`,
    close: () => browser.close(),
    open: async () => {
      const context = await browser.newContext({ locale: "de-DE" });
      return { ...tabOf(await context.newPage()), close: () => context.close() };
    },
  };
}

function tabOf(page: Page): Tab {
  return {
    goto: async (address) => void (await page.goto(address)),
    evaluate: (run, given) => page.evaluate(run as never, given) as never,
    click: async (find, given) => {
      const found: JSHandle = await page.evaluateHandle(find as never, given);
      const element = found.asElement();
      if (!element) throw new Error(`Nothing to click: ${JSON.stringify(given)}`);
      await element.click();
    },
    press: (key) => page.keyboard.press(key),
    resize: async (width) => {
      await page.setViewportSize({ width, height: 900 });
      return page.evaluate(() => innerWidth);
    },
    print: () => page.pdf({ format: "A4" }),
    picture: async (path) => void (await page.screenshot({ path, fullPage: true })),
  };
}
