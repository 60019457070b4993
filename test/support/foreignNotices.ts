import type { Page } from "playwright-core";
import { expect } from "vitest";
import words from "../../locales/en/interface.json" with { type: "json" };

type Reason = keyof typeof words.foreign;

/** What the page says of a reason, as one sentence of it, whatever stands in its gaps. */
export function said(
  reason: Reason,
  gaps: Readonly<Record<string, string>> = {},
): string {
  return words.foreign[reason].replace(/\{\{(\w+)\}\}/g, (_, name) => gaps[name] ?? "");
}

/** What the page says about what it knows, what is on its way, and what went wrong. */
export async function textOf(page: Page): Promise<string> {
  const notices = page.locator(".kt-chip, .kt-status, .kt-notice, [data-kt=alert]");
  return (await notices.allInnerTexts()).join("\n");
}

/** Sees the reason and, for whoever runs the proxy, what is known of the exchange. */
export async function seesReason(page: Page, sentence: string, evidence: string) {
  await expect.poll(() => textOf(page), { timeout: 15_000 }).toContain(sentence);
  const details = page.locator("[data-kt=evidence]").filter({ hasText: evidence });
  expect(await details.first().textContent()).toContain(words.evidence.heading);
}

/** Sees that nothing is said any more of what was wrong. */
export async function seesNoReason(page: Page) {
  const sentences = Object.values(words.foreign).map((one) => one.split("{{")[0] ?? "");
  const stillSaid = async () => {
    const text = await textOf(page);
    return sentences.filter((sentence) => text.includes(sentence));
  };
  await expect.poll(stillSaid, { timeout: 15_000 }).toEqual([]);
}
