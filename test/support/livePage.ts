import type { Page } from "playwright-core";
import en from "../../site/words/en.json" with { type: "json" };

/** The live page of the built site, as its tests use it. */

export const statistics = (page: Page) =>
  page.getByRole("switch", { name: /server statistics/ });

export const crashReports = (page: Page) =>
  page.getByRole("switch", { name: /crash reports/ });

/** The card that a switch stands in. */
export const cardOf = (page: Page, toggle = statistics(page)) =>
  page.locator(".kt-card").filter({ has: toggle });

export const change = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: option });

export async function consent(page: Page): Promise<void> {
  await statistics(page).click();
  await cardOf(page).getByText("Consent given", { exact: true }).first().waitFor();
}

export async function openLive(page: Page, base: string): Promise<void> {
  await page.goto(`${base}live/`);
  await page.getByText(en.live.lead).waitFor();
  await statistics(page).waitFor();
}
