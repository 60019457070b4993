import type { View } from "./useCenter.ts";

/**
 * What is wrong with where things stand on a page or in a frame: a page that scrolls sideways, text that
 * leaves it, text that is cut off, and texts that lie over each other. A block that scrolls
 * by itself is left out.
 */
export async function geometryFaults(
  view: Pick<View, "evaluate">,
): Promise<readonly string[]> {
  return view.evaluate(() => {
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      faults.push(
        `The page is ${document.documentElement.scrollWidth} wide, not ${width}.`,
      );
    }

    // Heard, and not seen: the names of columns where rows are stacked.
    const isClipped = (element: Element) =>
      (element.closest("thead")?.getBoundingClientRect().width ?? 2) <= 1;
    const isShown = (element: Element) =>
      element.checkVisibility({
        visibilityProperty: true,
        contentVisibilityAuto: true,
      }) &&
      !element.closest(".kt-bytes, .kt-hidden, .host-hidden") &&
      !isClipped(element);
    const texts: { text: string; box: DOMRect }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue?.trim() ?? "";
      if (text === "" || !node.parentElement || !isShown(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) texts.push({ text, box });
    }

    for (const { text, box } of texts) {
      if (box.left < -1 || box.right > width + 1) faults.push(`Leaves the page: ${text}`);
    }
    texts.forEach((a, index) => {
      for (const b of texts.slice(index + 1)) {
        if (a.text === b.text) continue;
        const across =
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down =
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 1 && down > a.box.height / 3) {
          faults.push(`Lie over each other: ${a.text} / ${b.text}`);
        }
      }
    });
    for (const element of document.querySelectorAll(".kt-root *")) {
      if (!isShown(element)) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = [overflowX, overflowY].some(
        (value) => value === "hidden" || value === "clip",
      );
      const isCut =
        element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 1;
      if (cuts && isCut) faults.push(`Is cut off: ${element.textContent}`);
    }
    for (const control of document.querySelectorAll(
      ".kt-root :is(button, .kt-switch, summary, a[href])",
    )) {
      const { height, width: across } = control.getBoundingClientRect();
      // In a line of text the line is as high as it gets (WCAG 2.5.8, inline).
      const line = control.closest("p, li, td, dd")?.textContent ?? control.textContent;
      const isInLine =
        ["inline", "inline-block"].includes(getComputedStyle(control).display) &&
        line !== control.textContent;
      // What decides is of WCAG 2.5.5, what leads elsewhere of 2.5.8.
      const least = control.matches("a") ? 24 : 44;
      if (isShown(control) && !isInLine && Math.min(height, across) < least - 0.5) {
        faults.push(`Is a small target: ${control.textContent}`);
      }
    }
    return faults;
  });
}
