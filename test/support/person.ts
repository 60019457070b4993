import type { Locator, Page } from "playwright-core";

/** What a task has cost a person so far. */
export interface Effort {
  readonly clicks: number;
  /** How far was scrolled, in heights of the screen. */
  readonly screens: number;
}

/** Someone who scrolls to what they need, and clicks it, and is counted in both. */
export interface Person {
  readonly effort: () => Effort;
  readonly click: (target: Locator) => Promise<void>;
  /** Scrolls until the whole of it, or as much as a screen holds, is in view. */
  readonly look: (target: Locator) => Promise<void>;
}

/** A person before a page, who starts where it is scrolled to. */
export function personAt(page: Page): Person {
  let clicks = 0;
  let scrolled = 0;
  const look = async (target: Locator) => {
    await target.waitFor();
    scrolled += await target.evaluate((element) => {
      const before = scrollY;
      const { top, bottom } = element.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) {
        element.scrollIntoView({
          block: top < 0 ? "start" : "nearest",
          behavior: "instant",
        });
      }
      return Math.abs(scrollY - before);
    });
  };
  return {
    look,
    click: async (target) => {
      await look(target);
      clicks += 1;
      await target.click();
    },
    effort: () => {
      const height = page.viewportSize()?.height ?? 1;
      return { clicks, screens: Math.round((scrolled / height) * 10) / 10 };
    },
  };
}
