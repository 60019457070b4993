import { openBrowser, openPage } from "./page.ts";
import { startPanelProcess } from "./panelProcess.ts";
import { unfold } from "./unfold.ts";
import { visit } from "./visit.ts";

export const wide = { viewport: { width: 1100, height: 900 } };

/** The markup of a centre as it stands on the panel's page, with a report sent, unfolded. */
export async function unfoldedCentre(): Promise<string> {
  const panel = await startPanelProcess();
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, {
      baseURL: panel.address,
      locale: "de-DE",
      ...wide,
    });
    await visit(page, "Admin");
    const card = page.locator("[data-kt=purpose]").nth(1);
    await card.getByRole("switch").click();
    await card
      .getByRole("listitem")
      .filter({ hasText: /^Zuletzt gesendet \d/ })
      .waitFor();
    await unfold(page);
    for (const row of await card.locator("tr > td > button").all()) await row.click();
    return await page.locator(".kt-root").evaluate((root) => root.outerHTML);
  } finally {
    await browser.close();
    await panel.remove();
  }
}
