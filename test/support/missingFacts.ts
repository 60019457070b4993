import type { Page } from "playwright-core";
import {
  buildDocument,
  facts,
  type Language,
  liveConfigPolicy,
  plainText,
} from "../../src/policy/index.ts";
import { sentencesOfPage } from "./sentences.ts";

/**
 * The facts of the built-in policy whose sentence cannot be read on a page: not there word
 * for word, or not visible.
 */
export async function missingFacts(
  page: Page,
  language: Language,
): Promise<readonly string[]> {
  const sentences = sentencesOfPage(buildDocument(liveConfigPolicy(), language));
  const text = words(await page.locator("body").innerText());
  return Object.entries(facts)
    .filter(([, fact]) => {
      const sentence = sentences.find(({ anchor }) => anchor === fact);
      return !sentence || !text.includes(words(plainText(sentence)));
    })
    .map(([name]) => name);
}

function words(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
