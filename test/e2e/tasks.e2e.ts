import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect } from "vitest";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { type Effort, type Person, personAt } from "../support/person.ts";
import { test } from "../support/playwright.ts";
import { visit } from "../support/visit.ts";

/** What each task cost on the page before decisions came first, as it was measured then. */
const before: Readonly<Record<string, string>> = {
  "deciding on both": "2 clicks, 3.5 screens at 1280; 7.1 at 360",
  "last month's report": "2 clicks, 5.5 screens at 1280; 11.6 at 360",
  "withdrawing until the deletion is confirmed": "1 click, 2.5 screens at 1280",
  "who agreed to what": "3 clicks, 5.6 screens at 1280",
};

let panel: PanelProcess;

beforeEach(async () => {
  panel = await startPanelProcess();
});

afterEach(() => panel.remove());

function tell(task: string, width: number, { clicks, screens }: Effort): void {
  process.stdout.write(
    `${task}, ${width} px: ${clicks} clicks, ${screens} screens (before: ${before[task]})\n`,
  );
}

const statistics = (page: Page) =>
  page.getByRole("region", { name: "Serverstatistiken" });
const chipOf = (page: Page, status: string) =>
  statistics(page).locator(`.kt-chip[data-status=${status}]`);
const lastSent = (page: Page) =>
  statistics(page)
    .getByRole("listitem")
    .filter({ hasText: /^Zuletzt gesendet \d/ });
const toggle = (page: Page) =>
  page.getByRole("switch", { name: "Serverstatistiken senden" });

const screens = [
  { width: 1280, height: 900 },
  { width: 360, height: 800 },
] as const;

describe.each(screens)("at $width px", (viewport) => {
  const start = async (
    open: (options: object) => Promise<{ page: Page }>,
    who: Parameters<typeof visit>[1] = "Admin",
  ): Promise<{ page: Page; person: Person }> => {
    const { page } = await open({ baseURL: panel.address, locale: "de-DE", viewport });
    await visit(page, who);
    await page.evaluate(() => scrollTo(0, 0));
    return { page, person: personAt(page) };
  };

  test("deciding on both takes two clicks", async ({ open }) => {
    const { page, person } = await start(open);

    await person.click(page.getByRole("switch", { name: "Absturzberichte senden" }));
    await person.click(
      statistics(page).getByRole("button", { name: "Nein, nicht senden" }),
    );
    await chipOf(page, "refused").waitFor();

    const effort = person.effort();
    tell("deciding on both", viewport.width, effort);
    expect(effort.clicks).toBeLessThanOrEqual(2);
    if (viewport.width === 1280) expect(effort.screens).toBe(0);
  });

  test("what was sent last is read in two clicks", async ({ open }) => {
    const { page, person } = await start(open);
    await toggle(page).click();
    await chipOf(page, "granted").waitFor();
    await lastSent(page).waitFor();
    const again = await start(open);
    page.close();

    await again.person.click(
      statistics(again.page).getByRole("button", { name: /^Gesendet/ }),
    );
    await again.person.click(
      statistics(again.page).getByRole("row").getByRole("button").first(),
    );
    await again.person.look(
      statistics(again.page).locator(".kt-fold__panel pre").first(),
    );

    const effort = again.person.effort();
    tell("last month's report", viewport.width, effort);
    expect(effort.clicks).toBeLessThanOrEqual(2);
    expect(person.effort().clicks).toBe(0);
  });

  test("withdrawing shows the confirmed deletion without a further step", async ({
    open,
  }) => {
    const first = await start(open);
    await toggle(first.page).click();
    await chipOf(first.page, "granted").waitFor();
    await lastSent(first.page).waitFor();
    await first.page.close();
    const { page, person } = await start(open);

    await person.click(toggle(page));
    await person.look(chipOf(page, "deleted"));

    const effort = person.effort();
    tell("withdrawing until the deletion is confirmed", viewport.width, effort);
    expect(effort.clicks).toBeLessThanOrEqual(1);
    if (viewport.width === 1280) expect(effort.screens).toBe(0);
  });

  test("a data protection officer reads who agreed to what in two clicks", async ({
    open,
  }) => {
    const first = await start(open);
    await toggle(first.page).click();
    await chipOf(first.page, "granted").waitFor();
    await first.page.close();
    const { page, person } = await start(open, "Auditor");

    await person.click(statistics(page).getByRole("button", { name: /^Verlauf/ }));
    await person.click(statistics(page).getByRole("row").getByRole("button").first());
    await person.look(statistics(page).locator("[data-kt=receipt]"));

    const effort = person.effort();
    tell("who agreed to what", viewport.width, effort);
    expect(effort.clicks).toBeLessThanOrEqual(2);
  });
});
