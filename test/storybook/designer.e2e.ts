import { expect, inject } from "vitest";
import { playedToItsEnd } from "../support/openStory.ts";
import { test } from "../support/playwright.ts";

const address = inject("storybookAddress");

/** What a designer types, the hit to choose, and the chip that its card then shows. */
const searches = [
  ["offline", "Withdrawal Pending Offline", "Granted", "Noch nicht widerrufen"],
  ["pending", "Withdrawal Pending Offline", "On its way", "Noch nicht widerrufen"],
  ["deletion failed", "Deletion Failed", "Centre", "Löschung nicht bestätigt"],
  ["vendor", "Locked By Vendor", "Centre", "Gesperrt"],
  ["auditor", "Auditor May Only Look", "Centre", "Einwilligung erteilt"],
  ["newer data", "Newer Data", "Centre", "Noch nicht entschieden"],
  ["outdated", "Outdated", "Centre", "Einwilligung veraltet"],
] as const;

test.for(searches)(
  "whoever searches for “%s” finds “%s” in “%s”, and at 320 px in the dark sees “%s”",
  async ([words, story, component, status], { open }) => {
    const { page } = await open({ baseURL: address });
    await page.goto("/");
    await page.getByRole("searchbox", { name: "Search for components" }).click();
    await page.keyboard.type(words);
    await page
      .getByRole("option", { name: new RegExp(`^${story} (.+ / )?${component}$`) })
      .click();
    const preview = page.frame("storybook-preview-iframe");
    if (!preview) throw new Error("Storybook has no preview.");
    await preview.locator(".kt-card .kt-chip").first().waitFor();
    expect(await playedToItsEnd(preview)).toBe(true);
    await page.getByRole("button", { name: /^Colours of the story/ }).click();
    await page.getByRole("option", { name: "Dark", exact: true }).click();
    await page.getByRole("button", { name: /^Viewport size/ }).click();
    await page.getByRole("option", { name: "Small mobile" }).click();

    const seen = async () =>
      preview.evaluate(() => {
        const { theme } = document.documentElement.dataset;
        if (innerWidth !== 320 || theme !== "dark") return;
        return [...document.querySelectorAll(".kt-card .kt-chip")].find((chip) => {
          const { top, bottom } = chip.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        })?.textContent;
      });
    await expect.poll(seen, { timeout: 15_000 }).toBe(status);
  },
);
