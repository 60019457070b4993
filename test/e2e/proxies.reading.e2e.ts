import type { Locator } from "playwright-core";
import { describe, expect } from "vitest";
import words from "../../locales/en/interface.json" with { type: "json" };
import { behindProxy, comeBack, purpose, within } from "../support/behindProxy.ts";
import { saysTruly, withdrawn } from "../support/compareStatus.ts";
import { said, seesNoReason, seesReason, textOf } from "../support/foreignNotices.ts";
import { openBytes } from "../support/openBytes.ts";
import { test } from "../support/playwright.ts";
import type { Intermediary } from "../support/proxy/intermediaries.ts";

const { become, pass, truth, compare, enter, ask, closePage, seesWithdrawn } =
  behindProxy();

/** The buttons that open the bytes: there is one where there are bytes to look at. */
const bytesButtons = (where: Locator) =>
  where.getByRole("button", { name: /^Show exactly these? / });

describe("an old answer", () => {
  test.for<Intermediary>([
    "a cache by path",
    "a cache that tells Age",
    "a cache that keeps Date",
  ])("of %s is told of and not shown", async (name, { browser }) => {
    const entered = await enter(browser);
    const { page, card, toggle } = entered;
    become(name);
    await comeBack(page);
    await expect.poll(() => toggle.isChecked(), within).toBe(false);

    await toggle.click();
    await expect.poll(truth, within).toBe("granted");
    await comeBack(page);

    await seesReason(page, said("old-answer"), "GET");
    expect(await toggle.isChecked()).toBe(true);
    expect(await compare(card)).toEqual(saysTruly("granted", true));
    await toggle.click();
    await expect.poll(truth, within).toBe("withdrawn");
    await expect.poll(() => compare(card), within).toEqual(saysTruly("withdrawn", true));
    pass();
    await comeBack(page);
    await seesWithdrawn(entered);
  });

  test("is not shown by a page that was loaded anew, which withdraws all the same", async ({
    browser,
  }) => {
    const entered = await enter(browser);
    const { page, card, toggle } = entered;
    become("a cache by path");
    await comeBack(page);
    await toggle.click();
    await expect.poll(truth, within).toBe("granted");

    await page.reload();

    await seesReason(page, said("old-answer"), "GET");
    expect(await page.getByRole("switch").count()).toBe(0);
    expect(await compare(card)).toEqual(saysTruly("not-read"));
    await page.getByRole("button", { name: words.withdraw.pseudonym }).click();
    await expect.poll(truth, within).toBe("withdrawn");
    pass();
    await comeBack(page);
    await seesWithdrawn(entered);
  });
});

describe("an open page", () => {
  test.for<readonly [Intermediary, string]>([
    ["a sign-in page at the same origin", said("session-over", { status: "3xx" })],
    ["a sign-in page at another origin", said("session-over", { status: "3xx" })],
    ["basic credentials that are gone", said("session-over", { status: "401" })],
    ["a rate limit that names no time", said("too-many-requests", { status: "429" })],
    ["a gateway that answers 502", said("gateway", { status: "502" })],
    ["a page that is not found", said("not-the-panel", { status: "404" })],
  ])(
    "tells of %s, keeps what it knew, and is silent when it is over",
    async ([name, sentence], { browser }) => {
      const { page, card, toggle } = await enter(browser);
      become(name);

      await comeBack(page);

      await seesReason(page, sentence, "GET");
      expect(await textOf(page)).toContain("Last known state");
      expect(await compare(card)).toEqual(saysTruly(withdrawn, true));
      expect(await toggle.isChecked()).toBe(false);
      pass();
      await comeBack(page);
      await seesNoReason(page);
      expect(await textOf(page)).not.toContain("Last known");
      expect(await compare(card)).toEqual(saysTruly(withdrawn));
    },
  );

  test("names the header that is taken from the data", async ({ browser }) => {
    const { page, card } = await enter(browser);
    become("no Klartext-Payload");
    await page.reload();

    await expect
      .poll(() => card.textContent(), within)
      .toContain(said("header-missing", { header: "Klartext-Payload" }));
    expect(await card.locator("[data-kt=evidence]").textContent()).toContain("/payload");
    expect(await compare(card)).toEqual(saysTruly(withdrawn));
    expect(await bytesButtons(card).count()).toBe(0);
    pass();
    await comeBack(page);
    await openBytes(card);
    const { text } = await ask("GET", `/purposes/${purpose}/payload`);
    expect(await card.locator("pre").allTextContents()).toEqual([text]);
    await seesNoReason(page);
  });

  test("gets through a limit of requests by itself", async ({ browser }) => {
    const { page, card, toggle } = await enter(browser);
    await page.clock.install();
    become("a rate limit of reads");
    await page.reload();

    // What failed is read again after 15 s at most, and one that asks less gets through.
    const shown = async () => {
      await page.clock.fastForward(16_000);
      const bytes = await bytesButtons(page.locator("[data-kt=purpose]")).count();
      return { bytes, says: await compare(card) };
    };
    await expect
      .poll(shown, { timeout: 30_000, interval: 2_500 })
      .toEqual({ bytes: 2, says: saysTruly(withdrawn) });

    expect(await toggle.isChecked()).toBe(false);
    await closePage();
  });

  test("says that a refusal is blocked, and records it later", async ({ browser }) => {
    const { page } = await enter(browser);
    const card = page.getByRole("region", { name: "Crash reports", exact: true });
    const refuse = card.getByRole("button", { name: words.refuse });
    become("a firewall that blocks every write");

    await refuse.click();

    await seesReason(page, said("blocked", { method: "PUT", status: "403" }), "PUT");
    expect(await compare(card, "crash-reports")).toEqual(saysTruly("undecided"));
    pass();
    await refuse.click();
    await expect
      .poll(() => compare(card, "crash-reports"), within)
      .toEqual(saysTruly("refused"));
    await seesNoReason(page);
  });
});
