import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import chips from "../../locales/de/interface.json" with { type: "json" };
import de from "../../site/words/de.json" with { type: "json" };
import en from "../../site/words/en.json" with { type: "json" };
import {
  cardOf,
  change,
  consent,
  crashReports,
  openLive,
  statistics,
} from "../support/livePage.ts";
import { test } from "../support/playwright.ts";
import { type ServedFolder, serveFolder } from "../support/serveFolder.ts";

const base = inject("siteBase");

let site: ServedFolder;

beforeAll(async () => {
  site = await serveFolder(inject("siteFolder"));
});

afterAll(() => site.close());

/** What visitors tried who had nothing but the built site. */
describe("a visitor", () => {
  test("reads the bytes, agrees, and withdraws until the deletion is confirmed", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: site.address });
    await page.goto(base);
    await page.getByRole("link", { name: en.opening.try }).first().click();
    await statistics(page).waitFor();

    await cardOf(page)
      .getByRole("button", { name: /^Show exactly these/ })
      .click();
    await page.getByText('"distribution"').first().waitFor();
    await consent(page);
    await statistics(page).click();
    await cardOf(page).getByText("Deletion confirmed", { exact: true }).first().waitFor();
  });

  test("withdraws offline, reloads, and the withdrawal goes once there is a line", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: site.address });
    await openLive(page, base);
    await consent(page);
    await change(page, en.live.line, en.live.lineOffline);
    await statistics(page).click();
    await cardOf(page).getByText("Not withdrawn yet", { exact: true }).first().waitFor();
    await cardOf(page)
      .getByText(/also after a reload/)
      .first()
      .waitFor();

    await page.reload();
    await change(page, en.live.line, en.live.lineGood);

    await cardOf(page).getByText("Deletion confirmed", { exact: true }).first().waitFor();
  });

  test("finds in the other language what was decided in this one", async ({ open }) => {
    const { page } = await open({ baseURL: site.address });
    await openLive(page, base);
    await consent(page);

    await page.goto(`${base}de/live/`);

    const german = page.getByRole("switch", { name: "Serverstatistiken senden" });
    await cardOf(page, german)
      .getByText(chips.chip.granted, { exact: true })
      .first()
      .waitFor();
  });

  test("sees a deletion fail, in German, in the dark, on a telephone", async ({
    open,
  }) => {
    const { page } = await open({
      baseURL: site.address,
      colorScheme: "dark",
      viewport: { width: 360, height: 740 },
    });
    await page.goto(`${base}de/live/`);
    const german = page.getByRole("switch", { name: "Serverstatistiken senden" });
    await german.click();
    await cardOf(page, german)
      .getByText(chips.chip.granted, { exact: true })
      .first()
      .waitFor();
    await page.getByText(de.live.world, { exact: true }).click();
    await change(page, de.live.deletion, de.live.deletionFailed);

    await german.click();

    await cardOf(page, german)
      .getByText(chips.chip["deletion-failed"], { exact: true })
      .first()
      .waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });

  test("decides with the keyboard alone", async ({ open }) => {
    const { page } = await open({ baseURL: site.address });
    await openLive(page, base);
    await statistics(page).focus();

    await page.keyboard.press("Space");
    await cardOf(page).getByText("Consent given", { exact: true }).first().waitFor();
    await page.keyboard.press("Space");

    await cardOf(page).getByText("Deletion confirmed", { exact: true }).first().waitFor();
  });

  test("reads for each purpose where its reports would go", async ({ open }) => {
    const { page } = await open({ baseURL: site.address });
    await openLive(page, base);

    for (const [toggle, address] of [
      [crashReports(page), "https://telemetry.example/v1/crash-reports"],
      [statistics(page), "https://telemetry.example/v1/server-statistics"],
    ] as const) {
      const card = cardOf(page, toggle);
      await card.getByText("Where and how", { exact: true }).click();
      await card.getByText(`POST ${address}`, { exact: true }).waitFor();
    }
  });
});
