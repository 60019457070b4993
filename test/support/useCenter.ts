import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { ServedApp } from "./serveApp.ts";

/** Signs in at the panel behind a host, as the host's own page would. */
export async function signInThere(
  context: BrowserContext,
  { address }: Pick<ServedApp, "address">,
): Promise<void> {
  const answer = await context.request.post(`${address}/demo/session`, {
    headers: { Origin: address },
    data: { person: "admin" },
  });
  expect(answer.status()).toBe(200);
}

/** A page, or a frame within one. */
export type View = Pick<Page, "evaluate" | "getByRole" | "locator">;

type SwitchName = "Serverstatistiken senden" | "Send server statistics";

/** Turns the statistics on and off again, and sees that the panel did both. */
export async function switchOnAndOff(
  page: Page,
  { address }: Pick<ServedApp, "address">,
  name: SwitchName,
): Promise<void> {
  await switchOnAndOffIn(page, name, async () => {
    const url = `${address}/api/privacy/purposes/server-statistics/decision`;
    const answer = await page.context().request.get(url);
    return (await answer.json()).status;
  });
}

/** The same where the panel tells its status by another way than the page's own origin. */
export async function switchOnAndOffIn(
  view: View,
  name: SwitchName,
  status: () => Promise<unknown>,
): Promise<void> {
  const toggle = view.getByRole("switch", { name, exact: true });
  await toggle.waitFor();
  const ids = ((await toggle.getAttribute("aria-describedby")) ?? "").split(" ");
  const described = view.locator(ids.map((id) => `[id="${id}"]`).join(", "));
  const obstacle = async () =>
    (await toggle.getAttribute("aria-disabled")) === "true"
      ? (await described.allTextContents()).join(" ")
      : "none";
  await expect.poll(obstacle).toBe("none");
  expect([await toggle.isChecked(), await status()]).toEqual([false, "undecided"]);

  await toggle.click();
  await expect.poll(status).toBe("granted");
  await expect.poll(() => toggle.isChecked()).toBe(true);

  await toggle.click();
  await expect.poll(status).toBe("withdrawn");
  await expect.poll(() => toggle.isChecked()).toBe(false);
}
