import type { Browser, Frame, Page } from "playwright-core";
import { type OpenedPage, openPage } from "./page.ts";

/** A story in one language, theme and width. */
export interface StoryLook {
  /** Its id, such as `purpose-switch--on`. */
  readonly story: string;
  readonly language: "de" | "en";
  readonly theme: string;
  readonly width: number;
}

/**
 * Opens a story of a built Storybook, once it has played to its end, at a frozen time, in a
 * fixed zone. In forced colours the browser's own are taken. The caller closes the context.
 *
 * @throws {Error} when the story fails.
 */
export async function openStory(
  browser: Browser,
  address: string,
  { story, language, theme, width }: StoryLook,
): Promise<OpenedPage> {
  const opened = await openPage(browser, {
    baseURL: address,
    locale: language === "de" ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
    forcedColors: theme === "forced" ? "active" : "none",
    viewport: { width, height: 900 },
  });
  const { page, context } = opened;
  try {
    await page.clock.setFixedTime("2026-01-15T12:00:00Z");
    const globals = `language:${language};theme:${theme}`;
    await page.goto(`/iframe.html?id=${story}&viewMode=story&globals=${globals}`);
    if (!(await playedToItsEnd(page))) throw new Error(`The story ${story} fails.`);
    await page.evaluate(() => document.fonts.ready);
    return opened;
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** Resolves once the story of a page has ended, with whether it did so well. */
export async function playedToItsEnd(preview: Page | Frame): Promise<boolean> {
  const phase = await preview.waitForFunction(() => {
    const storybook = Reflect.get(globalThis, "__STORYBOOK_PREVIEW__");
    const now: unknown = storybook?.currentRender?.phase;
    return ["completed", "finished", "errored", "aborted"].find((end) => end === now);
  });
  return ["completed", "finished"].includes(String(await phase.jsonValue()));
}
