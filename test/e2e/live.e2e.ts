import { afterEach, beforeEach, describe, expect } from "vitest";
import { alertSelector } from "../support/alerts.ts";
import { createDebianRoot, type DebianRoot } from "../support/debianRoot.ts";
import { openBytes } from "../support/openBytes.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { statusOf } from "../support/statusOf.ts";
import { visit } from "../support/visit.ts";

let root: DebianRoot;
let panel: PanelProcess;

beforeEach(async () => {
  root = await createDebianRoot("1.22.1-9");
  panel = await startPanelProcess({ KLARTEXT_SYSTEM_ROOT: root.folder });
});

afterEach(async () => {
  await panel.remove();
  await root.remove();
});

const within = { timeout: 10_000 };

test("what is sent next is compared with what was agreed to and what was sent", async ({
  open,
}) => {
  const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
  await visit(page, "Admin");
  const card = page.getByRole("region", { name: "Server statistics", exact: true });
  await card.getByRole("switch").click();
  await card
    .getByRole("listitem")
    .filter({ hasText: /^Last sent \d/ })
    .waitFor(within);
  await root.install("1.24.0-1");
  await card.getByRole("button", { name: "Show the new data" }).click(within);

  await card.getByText("What has changed: Server statistics").click();

  const agreed = card.getByRole("region", { name: /data consented to on/ });
  const sent = card.getByRole("region", { name: /last report of/ });
  await expect.poll(() => agreed.textContent(), within).toMatch(/Pseudonym.*0000.* → /);
  expect(await agreed.textContent()).toContain("nginx: 1.22.1 → 1.24.0");
  await expect.poll(() => sent.textContent(), within).toContain("nginx: 1.22.1 → 1.24.0");
  expect(await sent.textContent()).not.toContain("Pseudonym");
  const mark = sent.getByRole("button", { name: "Mark in the bytes" });
  await mark.click();
  expect(await mark.getAttribute("aria-pressed")).toBe("true");
  expect(await card.locator("[data-changed]").allTextContents()).toEqual(['"1.24.0"']);
  await mark.click();
  expect(await card.locator("[data-changed]").count()).toBe(0);
});

describe("an open page", () => {
  test("announces an upgrade and swaps the data only when asked", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const card = page.getByRole("region", { name: "Server statistics", exact: true });
    const bytes = card.getByRole("region", { name: /^The bytes: / });
    const newer = card.getByRole("button", { name: "Show the new data" });
    await openBytes(card);

    await root.install("1.24.0-1");

    await newer.waitFor(within);
    await expect
      .poll(() => page.locator("[data-kt=announcements]").textContent())
      .toBe("Server statistics: The data has changed.");
    expect(await bytes.textContent()).toContain("1.22.1");
    const toggle = card.getByRole("switch");
    expect(await toggle.getAttribute("aria-disabled")).toBe("true");
    expect(await card.textContent()).toContain(
      "Look at the new data before you give consent.",
    );

    await newer.click();

    await expect.poll(() => bytes.textContent(), within).toContain("1.24.0");
    expect(await toggle.getAttribute("aria-disabled")).toBe(null);
    const changes = card.getByRole("region", {
      name: "Compared with the data shown here before",
    });
    expect(await changes.textContent()).toContain("nginx: 1.22.1 → 1.24.0");

    await changes.getByRole("button", { name: "Mark in the bytes" }).click();

    expect(await card.locator("[data-changed]").allTextContents()).toEqual(['"1.24.0"']);
  });

  test("shows within seconds what another administrator decided, and who", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const card = page.getByRole("region", { name: "Server statistics", exact: true });
    await openBytes(card);
    const bytes = await card.locator("pre").textContent();
    const { page: other } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(other, "Admin 2");

    await other.getByRole("switch", { name: "Send server statistics" }).click();

    await expect
      .poll(() => statusOf(card), within)
      .toMatch(/^Consent given: By Admin 2 on \d+ \w+ \d{4}, \d\d:\d\d/);
    await expect
      .poll(() => page.locator("[data-kt=announcements]").textContent())
      .toContain("Server statistics: Consent given. By Admin 2 on ");
    expect(await card.getByRole("switch").isChecked()).toBe(true);
    await card.getByRole("button", { name: "Show the new data" }).waitFor(within);
    expect(await card.locator("pre").textContent()).toBe(bytes);
  });
});

describe("bad times", () => {
  test("says that the panel is down, keeps the last known state with its time, and recovers", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");

    await panel.stop();

    const alert = page.locator(alertSelector).first();
    await expect.poll(() => alert.textContent(), within).toContain("does not answer");
    expect(await alert.textContent()).toMatch(
      /Last known state: \d+ \w+ \d{4}, \d\d:\d\d/,
    );

    await panel.restart();

    await expect.poll(() => alert.count(), { timeout: 20_000 }).toBe(0);
  });

  test("after a restored backup says that nothing is sent, and takes consent anew", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const card = page.getByRole("region", { name: "Server statistics", exact: true });
    const toggle = card.getByRole("switch");
    await toggle.click();
    await expect.poll(() => toggle.isChecked(), within).toBe(true);
    const sent = card.getByRole("listitem").filter({ hasText: /^Last sent \d/ });
    await sent.waitFor(within);

    await panel.stop();
    await panel.restart({ KLARTEXT_NEW_EPOCH: "1" });
    await page.reload();

    await expect
      .poll(() => statusOf(card), within)
      .toBe("Suspended: The panel’s data was restored. Nothing is sent.");
    expect(await toggle.isChecked()).toBe(false);
    await card
      .getByRole("button", { name: "Withdraw and delete the data" })
      .waitFor(within);
    await expect.poll(() => toggle.getAttribute("aria-disabled"), within).toBe(null);

    await toggle.click();
    await expect.poll(() => toggle.isChecked(), within).toBe(true);
    await expect
      .poll(() => statusOf(card), within)
      .toMatch(/^Consent given: By Admin on .*\. Reports are sent monthly\.$/);
    expect(await card.textContent()).not.toContain("was restored");
  });

  test("offers no switch to who is not signed in, and still shows the policy", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "de-DE" });
    await page.goto("/");

    await expect
      .poll(() => page.locator(alertSelector).allTextContents())
      .toContainEqual(expect.stringContaining("Sie sind nicht angemeldet"));
    expect(await page.getByRole("switch").count()).toBe(0);
    const policy = page.locator("[data-kt=policy]");
    await policy.getByRole("heading", { name: "Serverstatistiken" }).waitFor();
  });

  test("claims nothing after an answer outside the contract, reads, and recovers", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const card = page.getByRole("region", { name: "Server statistics", exact: true });
    const toggle = card.getByRole("switch");
    const state = /\/server-statistics\/decision$|\/purposes\?/;
    await page.route(state, (route) =>
      route.fulfill({
        status: 502,
        contentType: "text/html",
        body: "<h1>Bad gateway</h1>",
      }),
    );

    await toggle.click();

    await expect
      .poll(() => statusOf(card))
      .toBe("Being checked: Checking whether your decision arrived.");
    expect(await toggle.isChecked()).toBe(false);
    expect(await card.textContent()).not.toContain("Consent given");

    await page.unroute(state);

    await expect
      .poll(() => card.locator(alertSelector).textContent(), within)
      .toContain("Your decision did not arrive");
    await expect
      .poll(() => statusOf(card), within)
      .toBe("Not decided yet: Nothing is sent.");
    expect(await toggle.isChecked()).toBe(false);
    expect(await toggle.getAttribute("aria-busy")).toBe(null);
  });

  test("withdraws while offline, keeps the wish over a closed page, and gets it through", async ({
    open,
  }) => {
    const { page, context } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    await page.getByRole("switch", { name: "Send server statistics" }).click();
    await expect
      .poll(() =>
        page.getByRole("switch", { name: "Send server statistics" }).isChecked(),
      )
      .toBe(true);
    await context.setOffline(true);

    await page.getByRole("switch", { name: "Send server statistics" }).click();

    const card = page.getByRole("region", { name: "Server statistics", exact: true });
    expect(await card.getByRole("switch").isChecked()).toBe(false);
    await expect
      .poll(() => statusOf(card))
      .toMatch(
        /Not withdrawn yet: The withdrawal is still unconfirmed\. Until then, reports may still be sent\.$/,
      );

    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto("/");

    await expect
      .poll(
        () =>
          statusOf(again.getByRole("region", { name: "Server statistics", exact: true })),
        within,
      )
      .toMatch(/^(Deletion in progress|Deletion confirmed|Withdrawn): By Admin on /);
    expect(
      await again.getByRole("switch", { name: "Send server statistics" }).isChecked(),
    ).toBe(false);
  });
});
