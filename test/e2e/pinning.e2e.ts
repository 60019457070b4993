import { describe, expect } from "vitest";
import { test } from "../support/playwright.ts";
import { type ReceiverOptions, startReceiver } from "../support/receiver.ts";
import { cardOf, startPanelWith, within } from "../support/sendingPage.ts";
import { validityInDays } from "../support/validityInDays.ts";
import { visit } from "../support/visit.ts";

describe("a receiver whose certificate is not right", () => {
  const mistakes: readonly (readonly [string, ReceiverOptions, boolean])[] = [
    ["comes from another authority", {}, true],
    ["is for another address", { address: "127.0.0.2" }, false],
    ["has expired", { validity: validityInDays(-30, -1) }, false],
  ];

  test.for(mistakes)(
    "because it %s gets nothing, and the page says so",
    async ([, options, isOther], { open }) => {
      const receiver = await startReceiver(options);
      const pinned = isOther ? await startReceiver() : receiver;
      const panel = await startPanelWith(receiver, {
        KLARTEXT_VENDOR_CA: pinned.caFile,
      });
      const { page } = await open({ baseURL: panel.address });
      await visit(page, "Admin");
      const { card, toggle, entries, openLog, openTransport } = cardOf(
        page,
        "Server statistics",
      );

      await toggle.click();
      await expect.poll(() => receiver.connections(), within).toBeGreaterThan(0);
      await openLog();
      const entry = entries
        .filter({ hasText: "nothing sent: wrong certificate" })
        .first();
      await entry.waitFor(within);
      await openTransport();
      await expect
        .poll(() => card.locator("[data-kt=transport]").textContent(), within)
        .toMatch(/\d\d:\d\d.*certificate.*Nothing was sent\./);
      await entry.getByRole("button", { name: /^Details ?: / }).click();
      const details = card.locator("[data-kt=log] [data-open] + tr");
      expect(await details.textContent()).toContain("Next attempt");
      const outcomes = await page.evaluate(async () => {
        const log = await (await fetch("/api/privacy/transmissions")).json();
        return log.entries.map(({ outcome }: { outcome: string }) => outcome);
      });
      expect(new Set(outcomes)).toEqual(new Set(["tls-pin-mismatch"]));
      expect(await card.textContent()).toContain("Last sent Never");

      await toggle.click();
      await expect
        .poll(() => card.textContent(), within)
        .toContain("Not confirmed Attempt failed");
      await panel.stop();
      expect([receiver.decrypted(), receiver.received]).toEqual([0, []]);
    },
  );
});
