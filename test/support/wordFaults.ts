import type { Page } from "playwright-core";

/** What is wrong with how words stand: one that is broken in two, one that leaves its box. */
export async function wordFaults(
  page: Page,
  within = ".kt-root",
): Promise<readonly string[]> {
  return page.evaluate((within) => {
    const faults: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent, nodeValue: text } = node;
      if (!parent?.checkVisibility({ visibilityProperty: true })) continue;
      if (!parent.closest(within) || parent.closest(".kt-hidden, code")) continue;
      for (const { 0: word, index } of (text ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = [...range.getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(lines).size > 1) faults.push(`Is broken in two: ${word}`);
      }
    }
    const boxes = `${within} :is(button, .kt-switch, .kt-chip, .kt-notice, .kt-alert)`;
    for (const box of document.querySelectorAll(boxes)) {
      if (box.checkVisibility() && box.scrollWidth > box.clientWidth) {
        faults.push(`Leaves its box: ${box.textContent}`);
      }
    }
    return faults;
  }, within);
}
