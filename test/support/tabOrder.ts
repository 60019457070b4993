import type { Page } from "playwright-core";

/** Something that has the focus: its name, where it stands, and whether that is seen. */
export interface Stop {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly height: number;
  /** Whether it, or what encloses it closely, is outlined. */
  readonly isOutlined: boolean;
  /** Whether all of its first line lies within the window. */
  readonly isInView: boolean;
}

/** Presses Tab from the top of the page until the focus leaves it, and notes every stop. */
export async function tabThrough(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    scrollTo(0, 0);
  });
  const stops: Stop[] = [];
  for (let press = 0; press < 500; press += 1) {
    await page.keyboard.press("Tab");
    // What is laid out only once it is in view may move in the frame after the focus did.
    await page.evaluate(
      () =>
        new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { x, y, height } = element.getBoundingClientRect();
      const labels = element instanceof HTMLInputElement ? element.labels : null;
      const outlines = [element, element.parentElement].map(
        (one) => one && getComputedStyle(one).outlineStyle !== "none",
      );
      return {
        name:
          element.getAttribute("aria-label") ??
          labels?.[0]?.textContent ??
          element.textContent ??
          "",
        top: y + scrollY,
        left: x,
        height,
        isOutlined: outlines.includes(true),
        isInView: y >= -1 && y + Math.min(height, 24) <= innerHeight + 1,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error("The focus never left the page.");
}

/** The names of all that can be worked, in the order in which they stand on the page. */
export async function controlNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex='0']",
    );
    return [...controls]
      .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
      .map((element) => {
        const labels = element instanceof HTMLInputElement ? element.labels : null;
        return (
          element.getAttribute("aria-label") ??
          labels?.[0]?.textContent ??
          element.textContent ??
          ""
        );
      });
  });
}

/** Each stop that stands before the one before it, as a reader reads: down, then across. */
export function stopsOutOfOrder(stops: readonly Stop[]): readonly string[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before) return [];
    const overlap =
      Math.min(before.top + before.height, stop.top + stop.height) -
      Math.max(before.top, stop.top);
    const isSameLine = overlap > Math.min(before.height, stop.height) / 2;
    const isInOrder = isSameLine ? stop.left >= before.left : stop.top >= before.top;
    return isInOrder ? [] : [`${before.name} → ${stop.name}`];
  });
}
