import type { Page } from "playwright-core";

/** What an administrator meets before anything is scrolled or opened; lengths in CSS pixels. */
interface Glance {
  /** The top of each switch from the top of the page. */
  readonly switches: readonly number[];
  readonly pageHeight: number;
  /** Words that can be seen in the centre before its first switch. */
  readonly words: number;
  /** Tab stops of the centre before its first switch. */
  readonly stopsBefore: number;
  /** Presses of Tab from the first switch to saving the bytes. */
  readonly stopsToSave: number;
}

/** Measures the page as it stands, with `save` as the accessible name of the saving button. */
export async function measureGlance(page: Page, save: string): Promise<Glance> {
  const seen = await page.evaluate(() => {
    const root = document.querySelector(".kt-root");
    const switches = [...document.querySelectorAll("[role=switch]")];
    const [first] = switches;
    if (!root || !first) throw new Error("There is no centre with a switch.");
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let words = 0;
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const isBefore =
        first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
      const { parentElement } = node;
      if (!isBefore || !parentElement?.checkVisibility()) continue;
      const { width } = parentElement.getBoundingClientRect();
      if (width > 1) words += node.textContent?.match(/\S+/g)?.length ?? 0;
    }
    return {
      words,
      switches: switches.map((one) =>
        Math.round(one.getBoundingClientRect().top + scrollY),
      ),
      pageHeight: document.documentElement.scrollHeight,
    };
  });

  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.collapse(document.body, 0);
  });
  const isSwitch = () =>
    page.evaluate(() => document.activeElement?.getAttribute("role") === "switch");
  const isOurs = () =>
    page.evaluate(() => document.activeElement?.closest(".kt-root") !== null);
  let stopsBefore = 0;
  await page.keyboard.press("Tab");
  while (!(await isSwitch())) {
    if (await isOurs()) stopsBefore += 1;
    await page.keyboard.press("Tab");
  }
  const saving = page.getByRole("button", { name: save }).first();
  let stopsToSave = 0;
  while (!(await saving.evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press("Tab");
    stopsToSave += 1;
    if (stopsToSave > 20)
      throw new Error(`Twenty presses of Tab did not reach "${save}".`);
  }
  return { ...seen, stopsBefore, stopsToSave };
}
