import type { Page } from "playwright-core";

/** Notes from now on what a centre says in its live region, in its order. */
export async function noteAnnouncements(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: string[] = [];
    Reflect.set(globalThis, "__announced", said);
    const region = document.querySelector("[data-kt=announcements]");
    if (!region) throw new Error("The page has no live region.");
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const { textContent } of addedNodes) if (textContent) said.push(textContent);
      }
    }).observe(region, { childList: true });
  });
}

/** What it has said since. */
export function announcements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Reflect.get(globalThis, "__announced") as string[]);
}
