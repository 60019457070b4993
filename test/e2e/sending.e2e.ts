import { describe, expect } from "vitest";
import { sha256Digest } from "../../src/panel/sha256.ts";
import { nilUuid } from "../../src/policy/index.ts";
import { demonstrateCrash } from "../support/demoMenu.ts";
import { filesWith } from "../support/folder.ts";
import { openBytes } from "../support/openBytes.ts";
import { test } from "../support/playwright.ts";
import { acceptAll, startReceiver } from "../support/receiver.ts";
import {
  cardOf,
  loggedBytes,
  pathsOf,
  startPanelWith,
  uuid,
  within,
} from "../support/sendingPage.ts";
import { statusOf } from "../support/statusOf.ts";
import { visit } from "../support/visit.ts";

describe("a receiver on the far side of TLS", () => {
  test("gets the bytes that the page shows, the erasure, and nothing else", async ({
    open,
  }) => {
    const receiver = await startReceiver();
    const panel = await startPanelWith(receiver);
    const { page, log } = await open({ baseURL: panel.address });
    await visit(page, "Admin");
    const statistics = cardOf(page, "Server statistics");
    const crashes = cardOf(page, "Crash reports");

    // Pages are open, with the preview, the log and the connection; they poll twice.
    await openBytes(statistics.card);
    await expect.poll(() => statistics.bytes.textContent()).toContain(nilUuid);
    await statistics.openLog();
    await statistics.openTransport();
    await expect.poll(() => statistics.card.textContent()).toContain("None yet.");
    for (let poll = 0; poll < 2; poll += 1) {
      await page.waitForResponse(
        (answer) => new URL(answer.url()).pathname.endsWith("/payload"),
        within,
      );
    }
    const before = (await statistics.bytes.textContent()) ?? "";
    expect(receiver.connections()).toBe(0);

    // The grant.
    await statistics.toggle.click();
    await expect.poll(() => receiver.received.length, within).toBe(1);
    await expect.poll(() => statistics.bytes.textContent(), within).toMatch(uuid);
    const [report] = receiver.received;
    const body = report?.body ?? Buffer.alloc(0);
    const id = uuid.exec(String(body))?.[0] ?? "no UUID";
    const shown = (await statistics.bytes.textContent()) ?? "";
    expect(body.equals(Buffer.from(shown))).toBe(true);
    expect(body.equals(Buffer.from(before.replace(nilUuid, id)))).toBe(true);
    expect(report?.line).toBe("POST /v1/server-statistics HTTP/1.1");
    expect(report?.headers.toSorted()).toEqual([
      "Connection: close",
      `Content-Digest: ${sha256Digest(body)}`,
      `Content-Length: ${body.byteLength}`,
      "Content-Type: application/json",
      `Host: ${new URL(receiver.url).host}`,
    ]);
    const entry = statistics.entries.filter({ hasText: "accepted" });
    await entry.waitFor(within);
    expect(await loggedBytes(page, entry)).toEqual([String(body), String(body)]);

    // A real crash of the process `client`.
    await crashes.toggle.click();
    await expect.poll(() => crashes.toggle.isChecked()).toBe(true);
    await expect
      .poll(() => statusOf(crashes.card), within)
      .toMatch(/^Consent given: By Admin on /);
    await demonstrateCrash(page);
    await expect.poll(() => receiver.received.length, within).toBe(2);
    const crash = String(receiver.received[1]?.body);
    expectCrashReport(crash);
    await crashes.openLog();
    const crashEntry = crashes.entries.filter({ hasText: "accepted" });
    await crashEntry.waitFor(within);
    expect(await loggedBytes(page, crashEntry)).toEqual([crash, crash]);

    // The withdrawal, until the deletion is confirmed.
    await statistics.toggle.click();
    await expect
      .poll(() => statistics.card.textContent(), within)
      .toMatch(/Deletion confirmed \d/);
    expect(
      receiver.received.slice(2).map(({ line, body }) => [line, String(body)]),
    ).toEqual([["POST /v1/erasures HTTP/1.1", `{\n  "id": "${id}"\n}\n`]]);
    await expect
      .poll(() => statistics.card.textContent(), within)
      .toContain("Deleted with the UUID; only the checksum remains.");
    expect(await filesWith(panel.dataFolder, id)).toEqual([]);

    // Silence: another crash, after a restart, is the next thing that comes, and the last.
    await panel.restart();
    await page.reload();
    await expect.poll(() => crashes.toggle.isChecked(), within).toBe(true);
    await demonstrateCrash(page);
    await expect.poll(() => receiver.received.length, within).toBe(4);
    expectCrashReport(String(receiver.received[3]?.body));
    await crashes.toggle.click();
    await expect
      .poll(() => statusOf(crashes.card), within)
      .toMatch(/^Withdrawn: By Admin on /);
    await panel.stop();
    expect(pathsOf(receiver)).toEqual([
      "/v1/server-statistics",
      "/v1/crash-reports",
      "/v1/erasures",
      "/v1/crash-reports",
    ]);
    expect(receiver.connections()).toBe(4);
    const heads = receiver.received.flatMap(({ line, headers }) => [line, ...headers]);
    expect([...heads, ...log.requests].filter((line) => line.includes(id))).toEqual([]);
  }, 120_000);

  test("gets the erasure when it is back, and the withdrawal does not wait for it", async ({
    open,
  }) => {
    const receiver = await startReceiver();
    const panel = await startPanelWith(receiver);
    const { page } = await open({ baseURL: panel.address });
    await visit(page, "Admin");
    const { card, toggle } = cardOf(page, "Server statistics");
    receiver.setAnswer(() => "silence");
    await toggle.click();
    await expect.poll(() => pathsOf(receiver), within).toEqual(["/v1/server-statistics"]);

    await toggle.click();
    await expect.poll(() => pathsOf(receiver), within).toContain("/v1/erasures");
    await expect
      .poll(() => card.textContent(), within)
      .toMatch(/Withdrawn \d.*Deletion requested \d.*Deletion in progress Unconfirmed/);
    expect(await statusOf(card)).toMatch(/^Deletion in progress: By Admin on /);
    expect(await toggle.isChecked()).toBe(false);

    receiver.setAnswer(() => "hang-up");
    receiver.hangUp();
    await expect
      .poll(() => card.textContent(), within)
      .toMatch(/Not confirmed Attempt failed.*Next attempt: \d+ \w+ \d{4}, \d\d:\d\d/);

    receiver.setAnswer(acceptAll);
    await expect.poll(() => card.textContent(), within).toMatch(/Deletion confirmed \d/);
    expect(pathsOf(receiver).filter((path) => path !== "/v1/erasures")).toHaveLength(1);
  }, 120_000);
});

describe("the page, once the deletion is confirmed", () => {
  test("shows the UUID no longer, also where its bytes were open", async ({ open }) => {
    const receiver = await startReceiver();
    const panel = await startPanelWith(receiver);
    const { page } = await open({ baseURL: panel.address });
    await visit(page, "Admin");
    const { card, toggle, entries, openLog } = cardOf(page, "Server statistics");
    await toggle.click();
    await openLog();
    await entries
      .first()
      .getByRole("button", { name: /^Details ?: / })
      .click(within);
    const bytes = card.getByRole("region", { name: "The bytes that were sent" });
    await expect.poll(() => bytes.textContent(), within).toMatch(uuid);
    const [id = "no UUID"] = uuid.exec((await bytes.textContent()) ?? "") ?? [];

    await toggle.click();
    await expect
      .poll(() => card.textContent(), within)
      .toContain("Deleted with the UUID; only the checksum remains.");
    await expect.poll(() => card.textContent(), within).toMatch(/Deletion confirmed \d/);
    expect(await page.locator("html").innerHTML()).not.toContain(id);
  });
});

/** Exactly what the policy discloses of a crash: no path, symbol, time or process id. */
function expectCrashReport(text: string): void {
  const report = JSON.parse(text);
  expect(Object.keys(report)).toEqual(["version", "libraries", "stackTrace"]);
  expect(Object.keys(report.stackTrace)).toEqual(["process", "signal", "addresses"]);
  expect([report.stackTrace.process, report.stackTrace.signal]).toEqual(["client", 6]);
  expect(report.stackTrace.addresses.length).toBeGreaterThan(0);
  for (const { address, library, ...more } of report.stackTrace.addresses) {
    expect(address).toMatch(/^0x[0-9a-f]+$/);
    if (library !== undefined)
      expect(library).toMatch(/^(node|[a-z0-9_+.-]+\.so[0-9.]*)$/);
    expect(more).toEqual({});
  }
  expect(text).not.toMatch(/[/\\@]|node:|clientWorker|\d\d:\d\d/);
  expect(text).not.toMatch(uuid);
}
