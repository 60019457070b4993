import type { Locator, Page } from "playwright-core";

/** Opens the bytes of every card of the page, or those of one card, until they are there. */
export async function openBytes(where: Page | Locator): Promise<void> {
  const values = where.locator("[data-kt=values]");
  const closed = values.getByRole("button", { expanded: false });
  await closed.first().waitFor();
  while ((await closed.count()) > 0) await closed.first().click();
  for (const opened of await values.getByRole("button", { expanded: true }).all()) {
    const panel = await opened.getAttribute("aria-controls");
    await where.locator(`[id="${panel}"] pre`).first().waitFor();
  }
}
