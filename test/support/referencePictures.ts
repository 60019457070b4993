import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openPage } from "./page.ts";

/** One picture that is kept: a story in one language, theme and width. */
export interface ReferencePicture {
  readonly story: string;
  readonly language: "de" | "en";
  readonly theme: string;
  readonly width: number;
}

export const picturesFolder = join(import.meta.dirname, "../pictures");

/** The states that matter most, each language, theme and width at least once. */
export const referencePictures: readonly ReferencePicture[] = [
  picture("purpose-decision--every-status", "de", "light", 1280),
  picture("purpose-decision--every-wish", "en", "dark", 1280),
  picture("purpose-decision--every-obstacle", "de", "light", 768),
  picture("purpose-decision--every-status-under-a-lock", "en", "forced", 768),
  picture("purpose-errormessage--with-reference", "de", "dark", 320),
  picture("policy-privacypolicy--built-in", "de", "light", 320),
  picture("policy-difference--sentence-reworded", "en", "light", 768),
  picture("purpose-activity--several-deletions", "de", "dark", 768),
  picture("purpose-transmissionlog--with-failures", "de", "host-panel", 768),
  picture("purpose-decisionhistory--receipt-of-grant", "de", "light", 768),
  picture("payload-preview--undisclosed", "de", "light", 1280),
  picture("payload-preview--digest-differs", "en", "dark", 1280),
];

function picture(
  story: string,
  language: ReferencePicture["language"],
  theme: string,
  width: number,
): ReferencePicture {
  return { story, language, theme, width };
}

/** The file in which a picture lies, such as `purpose-switch--on.de-dark-320.png`. */
export function fileOf({ story, language, theme, width }: ReferencePicture): string {
  return `${story}.${language}-${theme}-${width}.png`;
}

/**
 * Takes a picture of a story of a built Storybook, once it has played to its end, at a
 * frozen time, in a fixed zone, without motion. In forced colours the browser's own are taken.
 *
 * @throws {Error} when the story fails.
 */
export async function takePicture(
  browser: Browser,
  address: string,
  { story, language, theme, width }: ReferencePicture,
): Promise<Buffer> {
  const { page, context } = await openPage(browser, {
    baseURL: address,
    locale: language === "de" ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
    forcedColors: theme === "forced" ? "active" : "none",
    viewport: { width, height: 900 },
  });
  try {
    await page.clock.setFixedTime("2026-01-15T12:00:00Z");
    const globals = `language:${language};theme:${theme}`;
    await page.goto(`/iframe.html?id=${story}&viewMode=story&globals=${globals}`);
    const phase = await page.waitForFunction(() => {
      const preview = Reflect.get(globalThis, "__STORYBOOK_PREVIEW__");
      const now: unknown = preview?.currentRender?.phase;
      return ["completed", "finished", "errored", "aborted"].find((end) => end === now);
    });
    if (!["completed", "finished"].includes(String(await phase.jsonValue()))) {
      throw new Error(`The story ${story} fails.`);
    }
    await page.evaluate(() => document.fonts.ready);
    return await page.locator("#storybook-root").screenshot({ animations: "disabled" });
  } finally {
    await context.close();
  }
}
