import { createHash } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { startPanelProcess } from "./panelProcess.ts";
import type { Receiver } from "./receiver.ts";

export const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;

export const within = { timeout: 20_000 };

/** A demonstration whose vendor is this receiver, for as long as the test runs. */
export async function startPanelWith(
  receiver: Receiver,
  env: Record<string, string> = {},
) {
  const panel = await startPanelProcess({ ...receiver.env, ...env });
  onTestFinished(panel.remove);
  return panel;
}

/** A purpose on the English page. */
export function cardOf(page: Page, heading: "Server statistics" | "Crash reports") {
  const card = page.getByRole("region", { name: heading, exact: true });
  return {
    card,
    toggle: card.getByRole("switch"),
    bytes: card.getByRole("region", { name: /^The bytes: / }).locator("pre"),
    /** Opens the log. */
    openLog: () =>
      card.getByRole("button", { name: new RegExp(`^Sent ?: ${heading}$`) }).click(),
    entries: card.locator("[data-kt=log] [data-entry]"),
    /** Opens what is said of the connection. */
    openTransport: () =>
      card
        .getByRole("button", { name: new RegExp(`^Where and how ?: ${heading}$`) })
        .click(),
    /** A step of the timeline, with its name. */
    step: (name: string) =>
      card
        .getByRole("list", { name: /^Timeline: / })
        .getByRole("listitem")
        .filter({ hasText: name }),
  };
}

/** The bytes that the page shows of an entry of the log, and those that the API gives. */
export async function loggedBytes(page: Page, entry: Locator): Promise<[string, string]> {
  await entry.getByRole("button", { name: /^Details ?: / }).click();
  const details = entry.locator("xpath=following-sibling::tr[1]");
  const shown = details.getByRole("region", { name: "The bytes that were sent" });
  const digest = await details.locator("code").nth(1).textContent();
  const text = (await shown.locator("pre").textContent()) ?? "";
  const hash = createHash("sha256").update(text).digest("base64");
  expect(digest).toBe(hash);
  const given = await page.evaluate(async (wanted) => {
    const log = await (await fetch("/api/privacy/transmissions")).json();
    const found = log.entries.find((one: { digest: string }) => one.digest === wanted);
    const body = await fetch(`/api/privacy/transmissions/${found.id}/body`);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await body.arrayBuffer());
  }, `sha-256=:${hash}:`);
  return [text, given];
}

/** The paths that were asked for, in order. */
export const pathsOf = ({ received }: Receiver) =>
  received.map(({ line }) => line.split(" ")[1]);
