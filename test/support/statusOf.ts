import type { Locator } from "playwright-core";

/** What chip and line of a card say, such as "Refused: By Admin on …". */
export function statusOf(card: Locator): Promise<string> {
  return card.evaluate((element) =>
    [".kt-chip", ".kt-status"]
      .map((selector) => element.querySelector(selector)?.textContent)
      .join(": "),
  );
}
