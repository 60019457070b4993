import type { Page } from "playwright-core";
import { expect } from "vitest";
import { withdrawn } from "../compareStatus.ts";
import type { PageLog } from "../page.ts";
import type { SentenceValues } from "./sentence.ts";
import type { BehindProxy } from "./startBehind.ts";
import { type Checksum, statisticsOf } from "./statistics.ts";
import { watchSwitch } from "./watchSwitch.ts";

/** Consent, a reload, withdrawal, a reload: each is what the panel has, and no more. */
export async function decideThrough(
  behind: BehindProxy,
  page: Page,
  checksum: Checksum = "matches",
): Promise<void> {
  const statistics = statisticsOf(page, behind);
  await statistics.open(checksum);

  await statistics.grant();
  await page.reload();
  await statistics.shows(true);
  await statistics.withdraw();
  await page.reload();
  await statistics.tells(withdrawn);
  await statistics.shows(false);

  const events = await behind.events();
  expect(events.filter((event) => /^(granted|withdrawn)$/.test(event))).toEqual([
    "granted",
    "withdrawn",
  ]);
}

/** What stands between page and panel from some moment on, and when it goes. */
interface Obstacle {
  readonly begin: () => unknown;
  readonly end: () => unknown;
  /** The sentence that names it, with its values. */
  readonly says: readonly [key: string, values?: SentenceValues];
}

/** A withdrawal meets an obstacle: the page names it, and it gets through when that has gone. */
export async function withdrawDespite(
  behind: BehindProxy,
  page: Page,
  { begin, end, says }: Obstacle,
): Promise<void> {
  const statistics = statisticsOf(page, behind);
  await statistics.open();
  await statistics.grant();
  await begin();

  await statistics.turn();

  await statistics.explains(...says);
  await statistics.showsNoConsent();

  await end();

  await statistics.holds("withdrawn");
  await statistics.tells(withdrawn);
  await statistics.shows(false);
  const events = await behind.events();
  expect(events.filter((event) => event === "withdrawn")).toHaveLength(1);
}

/** Behind a cache that gives old answers, the switch never goes back to what was. */
export async function decideDespiteCache(behind: BehindProxy, page: Page): Promise<void> {
  const statistics = statisticsOf(page, behind);
  await statistics.open();
  const shown = await watchSwitch(statistics.toggle);

  await statistics.grant();
  await statistics.explains("foreign.old-answer");
  await statistics.withdraw();
  for (let poll = 0; poll < 3; poll += 1) {
    await page.waitForResponse(/\/api\/privacy\/purposes(\?|$)/);
  }
  expect(await shown()).toEqual([false, true, false]);

  await page.reload();
  await statistics.tells(withdrawn);
  await statistics.shows(false);
}

/** A panel that is stopped and started again. */
export function whileDown({ panel }: BehindProxy, status: "502" | "503"): Obstacle {
  return {
    begin: panel.stop,
    end: () => panel.restart(),
    says: ["foreign.gateway", { status }],
  };
}

/** The methods of the requests to decide that a page sent, in order. */
export function writesOf({ requests }: Pick<PageLog, "requests">): readonly string[] {
  return requests
    .filter((line) => /\/decision(\?|$)/.test(line))
    .map((line) => line.slice(0, line.indexOf(" ")))
    .filter((method) => method !== "GET");
}
