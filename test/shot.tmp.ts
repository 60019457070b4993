import { mkdirSync } from "node:fs";
import { openBrowser, openPage } from "./support/page.ts";
import { startPanelProcess } from "./support/panelProcess.ts";

const out = process.env.OUT ?? "/tmp/shots";
mkdirSync(out, { recursive: true });
const panel = await startPanelProcess();
const browser = await openBrowser();
for (const [w, h] of [
  [1280, 900],
  [360, 800],
] as const)
  for (const scheme of (process.env.SCHEMES ?? "light").split(",") as (
    | "light"
    | "dark"
  )[])
    for (const locale of (process.env.LOCALES ?? "de-DE").split(",")) {
      const { page, context } = await openPage(browser, {
        baseURL: panel.address,
        locale,
        colorScheme: scheme,
        viewport: { width: w, height: h },
      });
      await page.goto("./");
      await page.getByRole("button", { name: "Admin", exact: true }).first().click();
      await page.getByRole("switch").nth(1).waitFor();
      await page.waitForTimeout(700);
      const f = await page.evaluate(() => ({
        sw: [...document.querySelectorAll("[role=switch]")].map((e) =>
          Math.round(e.getBoundingClientRect().top + scrollY),
        ),
        height: document.documentElement.scrollHeight,
        width: document.documentElement.scrollWidth,
        top: Math.round(document.querySelector(".kt-root")!.getBoundingClientRect().top),
      }));
      console.log(w, scheme, locale, JSON.stringify(f));
      await page.screenshot({
        path: `${out}/${w}-${scheme}-${locale}.png`,
        clip: { x: 0, y: 0, width: w, height: Number(process.env.H ?? 1400) },
        fullPage: true,
      });
      await context.close();
    }
await browser.close();
await panel.remove();
