import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import en from "../../site/words/en.json" with { type: "json" };
import { cardOf, change, consent, openLive, statistics } from "../support/livePage.ts";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { type ServedFolder, serveFolder } from "../support/serveFolder.ts";

const host = inject("siteFolder");
const base = inject("siteBase");
const words = en.live;

let site: ServedFolder;

beforeAll(async () => {
  site = await serveFolder(host);
});

afterAll(() => site.close());

test("consent is given and withdrawn, and the deletion is confirmed, in this browser alone", async ({
  open,
}) => {
  const { page, log } = await open({ baseURL: site.address });
  await openLive(page, base);

  await consent(page);
  await expect.poll(() => statistics(page).isChecked()).toBe(true);
  await cardOf(page).getByText("Sent", { exact: true }).click();
  await cardOf(page).getByRole("cell", { name: "accepted" }).waitFor();
  await statistics(page).click();
  await cardOf(page).getByText("Deletion confirmed", { exact: true }).first().waitFor();
  await expect.poll(() => statistics(page).isChecked()).toBe(false);

  await page.getByText(words.requests).click();
  const asked = page.getByRole("row");
  await asked
    .filter({ hasText: /PUT .*\/decision/ })
    .first()
    .waitFor();
  await asked
    .filter({ hasText: /DELETE .*\/decision/ })
    .first()
    .waitFor();

  const left = log.requests.filter((line) => {
    const [method = "", url = ""] = line.split(" ");
    const { origin, pathname } = new URL(url);
    const file = join(host, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    return method !== "GET" || origin !== site.address || !existsSync(file);
  });
  expect(log.requests.length).toBeGreaterThan(5);
  expect(left).toEqual([]);
  expect(problems(log)).toEqual([]);
});

/** What happens around the page, and what the page says of it. */
const happenings = {
  "a slow line": [words.line, words.lineSlow, /^Being given$/],
  "no line": [words.line, words.lineOffline, /The panel does not answer/],
  "a panel that fails": [
    words.line,
    words.lineFailing,
    /could not reach what it has stored/,
  ],
  "a login page": [
    words.line,
    words.lineForeign,
    /Something answered in the panel’s place/,
  ],
  "somebody who may only look": [words.viewer, words.viewerAuditor, /but not decide/],
  "nobody signed in": [words.viewer, words.viewerNobody, /You are not signed in/],
  "the vendor's lock": [words.lock, words.lockVendor, /^Locked$/],
  "the lock of DO_NOT_TRACK": [words.lock, words.lockDoNotTrack, /^Locked$/],
  "newer data": [words.data, words.dataNewer, /The data has changed/],
} as const;

describe("the page tells", () => {
  test.for(Object.entries(happenings))(
    "%s",
    async ([, [label, option, sentence]], { open }) => {
      const { page } = await open({ baseURL: site.address });
      await openLive(page, base);

      await change(page, label, option);
      if (option === words.lineSlow) await statistics(page).click();

      await page
        .locator(".live-page")
        .getByText(sentence)
        .filter({ visible: true })
        .first()
        .waitFor();
    },
  );

  test.for([
    ["a deletion under way", words.deletionUnderWay, /^Deletion in progress$/],
    ["a deletion that fails", words.deletionFailed, /^Deletion not confirmed$/],
  ] as const)("%s", async ([, option, sentence], { open }) => {
    const { page } = await open({ baseURL: site.address });
    await openLive(page, base);
    await consent(page);
    await change(page, words.deletion, option);

    await statistics(page).click();

    await cardOf(page).getByText(sentence).first().waitFor();
    await change(page, words.deletion, words.deletionConfirmed);
    await cardOf(page).getByText("Deletion confirmed", { exact: true }).first().waitFor();
  });

  test("a policy that was revised", async ({ open }) => {
    const { page } = await open({ baseURL: site.address });
    await openLive(page, base);
    await consent(page);

    await change(page, words.policy, words.policyRevised);

    await cardOf(page).getByText("Consent outdated", { exact: true }).waitFor();
  });
});

test("a reload goes on from where the page was, and resetting begins anew", async ({
  open,
}) => {
  const { page } = await open({ baseURL: site.address });
  await openLive(page, base);
  await consent(page);
  await change(page, words.lock, words.lockVendor);

  await page.reload();
  await cardOf(page).getByText("Consent given", { exact: true }).first().waitFor();
  await cardOf(page).getByText("Locked", { exact: true }).first().waitFor();

  const reset = page.getByRole("button", { name: words.reset });
  await reset.click();
  await cardOf(page).getByText("Not decided yet", { exact: true }).waitFor();
  expect(await reset.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await page.getByLabel(words.lock).inputValue()).toBe("none");
  await page.reload();
  await cardOf(page).getByText("Not decided yet", { exact: true }).waitFor();
});

test.for(["", "[]", '[{"purposes":1},{}]'])(
  "what a tab keeps in a form that is not ours, %j, begins anew",
  async (memory, { open }) => {
    const { page, log } = await open({ baseURL: site.address });
    await openLive(page, base);
    await consent(page);
    await page.evaluate((text) => {
      const kept = JSON.parse(sessionStorage.getItem("klartext:live-panel") ?? "");
      sessionStorage.setItem(
        "klartext:live-panel",
        JSON.stringify({ ...kept, memory: text }),
      );
    }, memory);

    await page.reload();

    await cardOf(page).getByText("Not decided yet", { exact: true }).waitFor();
    expect(problems(log)).toEqual([]);
  },
);

test("each tab has a panel of its own", async ({ open }) => {
  const { page, context } = await open({ baseURL: site.address });
  await openLive(page, base);
  await consent(page);

  const other = await context.newPage();
  await openLive(other, base);
  await cardOf(other).getByText("Not decided yet", { exact: true }).waitFor();
});

test("the page speaks the language and wears the theme that are chosen", async ({
  open,
}) => {
  const { page } = await open({ baseURL: site.address, colorScheme: "light" });
  await openLive(page, base);
  const background = () =>
    page
      .locator("[data-kt=center]")
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await background();

  await change(page, words.language, "Deutsch");
  await page.getByRole("switch", { name: "Serverstatistiken senden" }).waitFor();
  await change(page, words.theme, words.themeDark);

  await expect.poll(background).not.toBe(light);
});

test("without JavaScript it is said and shown what would be here", async ({ open }) => {
  const { page, log } = await open({ baseURL: site.address, javaScriptEnabled: false });
  await page.goto(`${base}live/`);

  const instead = page.locator("main noscript");
  await instead.locator("p", { hasText: words.withoutScript }).waitFor();
  await instead.locator(`img[alt="${en.opening.picture}"]`).waitFor();
  expect(await page.locator(".live-loading").isVisible()).toBe(false);
  expect(log.foreign).toEqual([]);
});
