import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openStory, type StoryLook } from "./openStory.ts";

/** One picture that is kept. */
type ReferencePicture = StoryLook;

export const picturesFolder = join(import.meta.dirname, "../pictures");

/** The states that matter most, each language, theme and width at least once. */
export const referencePictures: readonly ReferencePicture[] = [
  picture("purpose-statuschip--every-chip", "de", "light", 1280),
  picture("purpose-decision--every-way-to-go-on", "en", "dark", 1280),
  picture("purpose-decision--every-obstacle", "de", "light", 768),
  picture("purpose-decision--every-lock", "en", "forced", 768),
  picture("purpose-errormessage--with-reference", "de", "dark", 320),
  picture("policy-privacypolicy--built-in", "de", "light", 320),
  picture("policy-difference--sentence-reworded", "en", "light", 768),
  picture("purpose-timeline--older-deletions", "de", "dark", 768),
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
 * Takes a picture of a story of a built Storybook, as `openStory` opens it, without motion.
 *
 * @throws {Error} when the story fails.
 */
export async function takePicture(
  browser: Browser,
  address: string,
  picture: ReferencePicture,
): Promise<Buffer> {
  const { page, context } = await openStory(browser, address, picture);
  try {
    return await page.locator("#storybook-root").screenshot({ animations: "disabled" });
  } finally {
    await context.close();
  }
}
