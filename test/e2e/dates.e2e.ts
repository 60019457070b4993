import { afterAll, beforeAll, describe, expect } from "vitest";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

describe.each([
  ["Pacific/Pago_Pago", "de-DE", "24. Juli 2025", /GMT-11$/],
  ["Pacific/Kiritimati", "en-GB", "24 July 2025", /GMT\+14$/],
] as const)("the page in %s", (timezoneId, locale, day, zone) => {
  test("writes days in UTC, moments with their zone, and both for machines", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale, timezoneId });
    await visit(page, "Admin");
    const card = page.locator("[data-kt=purpose]").nth(1);
    await card.getByRole("switch").click();
    await card.locator(".kt-status time").waitFor();
    await card.getByRole("button", { name: /^(History|Verlauf) ?: / }).click();
    await card.locator("[data-kt=history] [data-entry] button").first().click();
    await card.locator("[data-kt=receipt]").waitFor();

    const times = await page.locator("time").evaluateAll((elements) =>
      elements.map((element) => ({
        text: element.textContent ?? "",
        dateTime: (element as HTMLTimeElement).dateTime,
      })),
    );
    const days = times.filter(({ dateTime }) => /^\d{4}-\d\d-\d\d$/.test(dateTime));
    const moments = times.filter((time) => !days.includes(time));

    expect(new Set(days.map(({ text }) => text))).toEqual(new Set([day]));
    expect(days[0]?.dateTime).toBe("2025-07-24");
    expect(moments.length).toBeGreaterThan(4);
    for (const { text, dateTime } of moments) {
      expect(text).toMatch(zone);
      expect(new Date(dateTime).toISOString()).toBe(dateTime);
    }
    expect(await page.locator("body").innerText()).not.toMatch(
      /\d{1,2}\/\d{1,2}\/\d{2,4}/,
    );
  });
});
