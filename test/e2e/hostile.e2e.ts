import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { readPayload } from "../../src/payload/index.ts";
import { serverStatistics } from "../../src/policy/index.ts";
import {
  extremes,
  type HostilePayload,
  hostilePayload,
} from "../support/hostilePayloads.ts";
import { openBytes } from "../support/openBytes.ts";
import { problems } from "../support/page.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

const seed = Number(process.env.FC_SEED ?? 20_261_122);
const count = process.env.KLARTEXT_DEEP === "1" ? 200 : 18;
const payloads: readonly HostilePayload[] = [
  ...extremes,
  ...fc.sample(hostilePayload, { numRuns: count - extremes.length, seed }),
];

/** Serves bytes in place of the panel's payload of the statistics, with their true digest. */
async function serveBytes(page: Page, current: () => HostilePayload): Promise<void> {
  await page.route("**/purposes/server-statistics/payload**", (route) => {
    const body = Buffer.from(current().bytes);
    const digest = createHash("sha256").update(body).digest("base64");
    return route.fulfill({
      status: 200,
      headers: {
        "Content-Type": "application/json",
        "Cache-Control": "no-store, no-transform",
        "Klartext-Payload": "next",
        "Repr-Digest": `sha-256=:${digest}:`,
        ETag: `"${digest}"`,
      },
      body,
    });
  });
}

test(`${count} hostile payloads run no script, break nothing and each get a sentence (seed ${seed})`, {
  timeout: 180_000,
}, async ({ open }) => {
  const { page, log } = await open({ baseURL: panel.address, locale: "en-GB" });
  let [current] = payloads;
  if (!current) throw new Error("There are no payloads.");
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => {
      console.error(`CSP: ${violatedDirective} ${sample}`);
    });
  });
  await visit(page, "Admin");
  await serveBytes(page, () => current as HostilePayload);
  const card = page.getByRole("region", { name: "Server statistics", exact: true });
  await openBytes(card);
  const faults: string[] = [];

  for (const payload of payloads) {
    current = payload;
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    const showNewer = card.getByRole("button", { name: "Show the new data" });
    await showNewer.click().catch((error: unknown) => {
      throw new Error(`The page does not show ${payload.name}.`, { cause: error });
    });
    // The policy is read before the data are shown by it.
    await showNewer.waitFor({ state: "detached" });

    const reading = readPayload(payload.bytes, serverStatistics);
    const isShown = "text" in reading;
    const seen = await card.evaluate((element) => ({
      text: element.querySelector("[data-kt=payload] pre")?.textContent,
      alert: element.querySelector(".kt-alert")?.textContent ?? "",
      isInactive:
        element.querySelector("[role=switch]")?.getAttribute("aria-disabled") === "true",
      isOverflowing: document.documentElement.scrollWidth > innerWidth,
      hasRun: "ran" in window,
    }));
    const isGood =
      reading.status === "readable" &&
      reading.places.every(({ status }) => status === "disclosed");
    const all = {
      "a script ran": seen.hasRun,
      "the page is wider than the window": seen.isOverflowing,
      "other text": isShown ? seen.text !== reading.text : seen.text !== undefined,
      "no sentence": seen.alert.trim() === "" && !isGood,
      "consent can be given": !seen.isInactive && !isGood,
      "consent cannot be given": seen.isInactive && isGood,
    };
    for (const [fault, is] of Object.entries(all)) {
      if (is) faults.push(`${payload.name}: ${fault}`);
    }
  }

  expect(faults).toEqual([]);
  expect(problems(log).filter((line) => !line.includes("401"))).toEqual([]);
});
