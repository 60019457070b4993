import { describe, expect } from "vitest";
import { test } from "../support/playwright.ts";
import { acceptAll, startReceiver } from "../support/receiver.ts";
import { cardOf, within } from "../support/sendingPage.ts";
import { startTimedPanel } from "../support/timedPanel.ts";
import { visit } from "../support/visit.ts";

describe("the dates on the page", () => {
  test("are those at which the report was sent and is sent next", async ({ open }) => {
    const times: string[] = [];
    let now = () => "";
    const receiver = await startReceiver({
      answer: (request) => {
        times.push(now());
        return acceptAll(request);
      },
    });
    const panel = await startTimedPanel("2026-01-31T10:00:00.000Z", receiver);
    now = panel.now;
    const { page } = await open({ baseURL: panel.address(), timezoneId: "UTC" });
    await visit(page, "Admin");
    const { toggle, step } = cardOf(page, "Server statistics");
    expect(await step("First report").textContent()).toBe(
      "First report Right after that",
    );

    await toggle.click();
    await expect.poll(() => toggle.getAttribute("aria-busy"), within).toBe(null);
    await expect.poll(() => toggle.isChecked(), within).toBe(true);
    await panel.settle();
    await expect
      .poll(() => step("Last sent").textContent(), within)
      .toBe("Last sent 31 Jan 2026, 10:00 UTC");
    expect(await step("Next report").textContent()).toBe(
      "Next report 28 Feb 2026, 10:30 UTC",
    );

    await panel.wait("2026-02-28T10:29:59.999Z");
    expect(times).toHaveLength(1);
    await panel.wait("2026-02-28T10:30:00.000Z");
    expect(times).toEqual(["2026-01-31T10:00:00.000Z", "2026-02-28T10:30:00.000Z"]);
    await expect
      .poll(() => step("Next report").textContent(), within)
      .toBe("Next report 31 Mar 2026, 10:30 UTC");
    expect(await step("Last sent").textContent()).toBe(
      "Last sent 28 Feb 2026, 10:30 UTC",
    );
  });
});
