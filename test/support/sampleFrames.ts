import type { Page } from "playwright-core";

/** Where something is in one frame: left, top, width and height from the top of the page. */
export type Box = readonly [number, number, number, number];

/** The boxes of a frame by name; what is not in the page is not in it. */
export type Frame = Readonly<Record<string, Box>>;

declare global {
  interface Window {
    klartextFrames?: { readonly frames: Frame[]; isRunning: boolean };
  }
}

/** Writes down the boxes of the elements that the selectors name, each frame, until stopped. */
export async function sampleFrames(
  page: Page,
  selectors: Readonly<Record<string, string>>,
): Promise<() => Promise<readonly Frame[]>> {
  await page.evaluate((named) => {
    const state: NonNullable<Window["klartextFrames"]> = { frames: [], isRunning: true };
    window.klartextFrames = state;
    const sample = () => {
      if (!state.isRunning) return;
      const boxes = Object.entries(named).flatMap(([name, selector]) => {
        const element = document.querySelector(selector);
        if (!element) return [];
        const { left, top, width, height } = element.getBoundingClientRect();
        const box = [left + scrollX, top + scrollY, width, height].map(
          (length) => Math.round(length * 10) / 10,
        );
        return [[name, box as unknown as Box] as const];
      });
      state.frames.push(Object.fromEntries(boxes));
      requestAnimationFrame(sample);
    };
    sample();
  }, selectors);
  return async () =>
    page.evaluate(() => {
      const state = window.klartextFrames;
      if (!state) throw new Error("The page was loaded anew while it was sampled.");
      state.isRunning = false;
      return state.frames;
    });
}

/** The different boxes that one thing had, in their order. */
export function boxesOf(frames: readonly Frame[], name: string): readonly string[] {
  const boxes = frames.flatMap((frame) => (frame[name] ? [frame[name].join(" ")] : []));
  return boxes.filter((box, index) => box !== boxes[index - 1]);
}
