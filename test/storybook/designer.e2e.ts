import type { Locator } from "playwright-core";
import { expect, inject } from "vitest";
import { purposeStatuses } from "../../src/client/purposeStatus.ts";
import { modifiers } from "../support/decisionLooks.ts";
import { playedToItsEnd } from "../support/openStory.ts";
import { test } from "../support/playwright.ts";
import { shareName, shareOf } from "../support/shareOf.ts";

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

/** Clicks whatever is to be clicked, and says how many clicks that were. Typing is none. */
function countClicks() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      clicks += 1;
      await target.click();
    },
    clicks: () => clicks,
  };
}

test.for(searches)(
  "whoever searches for “%s” finds “%s” in “%s”, and at 320 px in the dark sees “%s”, by four clicks",
  async ([words, story, component, status], { open }) => {
    const { page } = await open({ baseURL: address });
    await page.goto("/");
    const { click, clicks } = countClicks();
    await click(page.getByRole("searchbox", { name: "Search for components" }));
    await page.keyboard.type(words);
    await click(
      page.getByRole("option", { name: new RegExp(`^${story} (.+ / )?${component}$`) }),
    );
    await click(page.getByRole("button", { name: /^Look: / }));
    await click(page.getByRole("button", { name: "Deutsch, Dark, 320 px", exact: true }));

    const preview = page.frame("storybook-preview-iframe");
    if (!preview) throw new Error("Storybook has no preview.");
    await preview.locator(".kt-card .kt-chip").first().waitFor();
    expect(await playedToItsEnd(preview)).toBe(true);
    const seen = async () =>
      preview.evaluate(() => {
        const { lang, dataset } = document.documentElement;
        if (innerWidth !== 320 || dataset.theme !== "dark" || lang !== "de") return;
        return [...document.querySelectorAll(".kt-card .kt-chip")].find((chip) => {
          const { top, bottom } = chip.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        })?.textContent;
      });
    await expect.poll(seen, { timeout: 15_000 }).toBe(status);
    expect(clicks()).toBeLessThanOrEqual(4);
    const globals = new URL(page.url()).searchParams.get("globals");
    expect(globals).toContain("theme:dark");
    expect(globals).toContain("w320");
  },
);

test("the network of the toolbar is the story's, once it has come to its state", async ({
  open,
}) => {
  const { page } = await open({ baseURL: address });
  const said = page.locator("#storybook-root");
  for (const [network, sentence] of [
    ["offline", "Das Panel antwortet nicht."],
    ["failing", "HTTP 502"],
  ] as const) {
    await page.goto(
      `/iframe.html?id=centre--granted&viewMode=story&globals=network:${network}`,
    );
    expect(await playedToItsEnd(page)).toBe(true);
    await expect.poll(() => said.textContent(), { timeout: 15_000 }).toContain(sentence);
  }
});

const networks = [
  ["centre--granted", "Network: in order", true],
  ["centre--offline", "Network: offline", false],
  ["centre-on-its-way--offline-last-known", "Network: offline", false],
  ["centre--behind-a-gateway", "Network: failing (502)", false],
  ["centre--loading", "Network: no answer comes", false],
  ["centre-on-its-way--grant-pending-in-doubt", "Network: as the story plays it", false],
] as const;

test.for(shareOf(networks, 2))(
  `of %s the toolbar says “%s”, whatever was chosen before (${shareName})`,
  async ([story, sentence, isFree], { open }) => {
    const { page } = await open({ baseURL: address });
    const before = isFree ? "" : "&globals=network:slow";
    await page.goto(`/?path=/story/${story}${before}`);

    const choice = page.getByRole("button", { name: sentence });
    await choice.waitFor();

    expect(await choice.isEnabled()).toBe(isFree);
  },
);

test("what the guide says of a state is one click from its story", async ({ open }) => {
  const { page } = await open({ baseURL: address });
  await page.goto("/?path=/docs/guide-states--docs");
  const guide = page.frameLocator("#storybook-preview-iframe");

  await guide.getByRole("link", { name: "centre--offline" }).first().click();

  await page.waitForURL(/path=\/story\/centre--offline/);
});

test.for(["/", "/iframe.html"])(
  "without JavaScript %s says in both languages what it needs and where the states are read",
  async (path, { open }) => {
    const { page } = await open({ baseURL: address, javaScriptEnabled: false });
    await page.goto(path);

    await page.locator("p:lang(en)", { hasText: "docs/states.md" }).waitFor();
    await page.locator("p:lang(de)", { hasText: "docs/states.md" }).waitFor();
  },
);

/** The words by which docs/states.md names chips and what modifies a status. */
const stateWords = [...new Set([...purposeStatuses, ...Object.values(modifiers).flat()])]
  .filter((word) => word !== "none")
  .toSorted();

test("Storybook's own search finds each status and modifier by its word", async ({
  open,
}) => {
  const { page } = await open({ baseURL: address });
  await page.goto("/");
  const box = page.getByRole("searchbox", { name: "Search for components" });
  const missed: string[] = [];
  for (const word of stateWords) {
    await box.fill(word);
    const hit = page.getByRole("option", {
      name: new RegExp(`^${word.replaceAll("-", "[- ]")}\\b.*By its word`, "i"),
    });
    const isFound = await hit
      .first()
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
    if (!isFound) missed.push(word);
  }

  expect(stateWords.length).toBeGreaterThan(30);
  expect(missed).toEqual([]);
}, 180_000);
