import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect } from "vitest";
import { serializePayload } from "../../src/payload/index.ts";
import { nilUuid } from "../../src/policy/index.ts";
import { openBytes } from "../support/openBytes.ts";
import { problems } from "../support/page.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { statusOf } from "../support/statusOf.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeEach(async () => {
  panel = await startPanelProcess();
});

afterEach(() => panel.remove());

const within = { timeout: 10_000 };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;

describe("the axis, from the policy through the panel to the page", () => {
  test("grants, survives a restart, withdraws and grants anew under another UUID", async ({
    open,
  }) => {
    const { page, log } = await open({ baseURL: panel.address, locale: "de-DE" });
    await visit(page, "Admin");
    const card = page.getByRole("region", { name: "Serverstatistiken", exact: true });
    const toggle = card.getByRole("switch", { name: "Serverstatistiken senden" });
    const bytes = card.getByRole("region", { name: /^Die Bytes: / });

    await openBytes(card);
    await expect.poll(() => bytes.textContent(), within).toContain(nilUuid);
    expect(await toggle.isChecked()).toBe(false);
    await expectSameBytes(page, await bytes.textContent());

    await toggle.click();
    await expect.poll(() => bytes.textContent(), within).toMatch(uuid);
    expect(await toggle.isChecked()).toBe(true);
    const first = uuid.exec((await bytes.textContent()) ?? "")?.[0] ?? "";
    await expectSameBytes(page, await bytes.textContent());
    expect(await storeHolds(first)).toBe(true);

    await panel.restart();
    await page.reload();
    await expect.poll(() => toggle.isChecked()).toBe(true);
    await openBytes(card);
    await expect.poll(() => bytes.textContent()).toContain(first);

    await toggle.click();
    await expect.poll(() => bytes.textContent(), within).toContain(nilUuid);
    expect(await toggle.isChecked()).toBe(false);
    await expect
      .poll(() => statusOf(card), within)
      .toMatch(/^Löschung bestätigt: Von Admin am /);
    expect(await storeHolds(first)).toBe(false);

    await toggle.click();
    await expect.poll(() => bytes.textContent(), within).toMatch(uuid);
    expect(await bytes.textContent()).not.toContain(first);
    // The page goes on asking while the panel restarts.
    const unexpected = problems(log).filter(
      (line) => !/401|CONNECTION_REFUSED/.test(line),
    );
    expect(unexpected).toEqual([]);
  });

  test("speaks German and English, everything at once", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "de-DE" });
    await visit(page, "Admin");
    const german = await page.getByRole("heading").allTextContents();

    await page.getByRole("button", { name: "English" }).click();

    await page.getByRole("switch", { name: "Send server statistics" }).waitFor();
    const english = await page.getByRole("heading").allTextContents();
    expect(english).toHaveLength(german.length);
    expect(english.filter((heading) => german.includes(heading))).toEqual([]);
    expect(await page.locator("[data-kt=center]").getAttribute("lang")).toBe("en");
    expect(await page.locator("[data-kt=center]").textContent()).not.toMatch(/[äöüß„]/);
  });

  test("has the policy's sections in order, and the licence without a switch", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    await page.getByRole("switch").nth(1).waitFor();

    const headings = await page.getByRole("heading", { level: 2 }).allTextContents();
    expect(headings).toEqual([
      "Crash reports",
      "Server statistics",
      "Licence/activation",
    ]);
    const policy = page.locator("[data-kt=policy]");
    await policy.locator("summary").click();
    expect(await policy.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
      "Licence/activation",
      "Crash reports",
      "Server statistics",
      "Status",
    ]);
    const licence = page.getByRole("region", { name: "Licence/activation" });
    expect(await licence.getByRole("switch").count()).toBe(0);
    expect(await page.getByRole("switch", { checked: true }).count()).toBe(0);
  });

  test.for(["the switch", "its name"])(
    "takes a double click on %s for one decision",
    async (target, { open }) => {
      const { page, log } = await open({
        baseURL: panel.address,
        locale: "en-GB",
        hasty: true,
      });
      await visit(page, "Admin");
      const name = "Send server statistics";
      const toggle = page.getByRole("switch", { name });
      const written = () =>
        log.requests.filter((line) => /^(PUT|DELETE)/.test(line)).length;
      await expect.poll(() => toggle.getAttribute("aria-disabled")).toBe(null);
      const before = await toggle.isChecked();

      await (target === "the switch"
        ? toggle
        : page.getByText(name, { exact: true })
      ).dblclick();
      await expect.poll(() => toggle.isChecked(), { timeout: 5_000 }).toBe(!before);
      expect(written()).toBe(1);
    },
  );

  test("lets an auditor look and not change", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Auditor");
    const toggle = page.getByRole("switch", { name: "Send server statistics" });

    await toggle.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");

    expect(await toggle.getAttribute("aria-disabled")).toBe("true");
    expect(await toggle.isChecked()).toBe(false);
    const card = page.getByRole("region", { name: "Server statistics", exact: true });
    expect(await card.textContent()).toContain(
      "You can see everything here, but not decide",
    );
  });
});

/** The shown bytes have the digest that the panel states, and are the serializer's own. */
async function expectSameBytes(page: Page, shown: string | null): Promise<void> {
  const stated = await page.evaluate(async () => {
    const response = await fetch("/api/privacy/purposes/server-statistics/payload");
    return response.headers.get("Repr-Digest");
  });
  const text = shown ?? "";
  expect(text).toBe(serializePayload(JSON.parse(text)));
  expect(stated).toBe(`sha-256=:${createHash("sha256").update(text).digest("base64")}:`);
}

async function storeHolds(text: string): Promise<boolean> {
  const entries = await readdir(panel.dataFolder, {
    recursive: true,
    withFileTypes: true,
  });
  const contents = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFile(join(parentPath, name), "latin1")),
  );
  return contents.some((content) => content.includes(text));
}
