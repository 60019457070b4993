import { describe, expect, onTestFinished } from "vitest";
import { demonstrateCrash, signInOnPage } from "../support/demoMenu.ts";
import { problems } from "../support/page.ts";
import { startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { startReverseProxy } from "../support/startReverseProxy.ts";

/** A panel behind a proxy that takes `/panel` off each path; gives the proxy's address. */
async function startBehindPrefix(): Promise<string> {
  const proxy = await startReverseProxy(() => panel.address, { prefix: "/panel" });
  const panel = await startPanelProcess({ KLARTEXT_ORIGIN: proxy });
  onTestFinished(panel.remove);
  return proxy;
}

describe("behind a proxy that takes a prefix off", () => {
  test("a person signs in, grants, reloads and withdraws", async ({ open }) => {
    const baseURL = await startBehindPrefix();
    const { page, log } = await open({ baseURL });
    const card = page.getByRole("region", { name: "Server statistics", exact: true });
    const toggle = card.getByRole("switch");
    await page.goto("/panel/");
    await signInOnPage(page, "Admin");
    await expect.poll(() => toggle.getAttribute("aria-disabled")).not.toBe("true");

    await toggle.click();
    await expect.poll(() => toggle.isChecked()).toBe(true);
    await page.reload();
    await expect.poll(() => toggle.isChecked()).toBe(true);
    await toggle.click();
    await expect.poll(() => toggle.isChecked()).toBe(false);
    await page.reload();
    await expect.poll(() => toggle.isChecked()).toBe(false);

    expect(problems(log).filter((line) => !line.includes("401"))).toEqual([]);
  });

  test("a crash is made there too", async ({ open }) => {
    const baseURL = await startBehindPrefix();
    const { page } = await open({ baseURL });
    await page.goto("/panel/");
    await signInOnPage(page, "Admin");

    await demonstrateCrash(page);
  });

  test("the documentation leads to its other language, its machine-readable form and the panel", async ({
    open,
  }) => {
    const baseURL = await startBehindPrefix();
    const { page, log } = await open({ baseURL, javaScriptEnabled: false });
    const path = () => new URL(page.url()).pathname;
    await page.goto("/panel/docs/datenschutz");
    const notice = page.getByRole("link", { name: "Maschinenlesbar (JSON-LD)" });
    const document = await page.request.get(
      await notice.evaluate((link: HTMLAnchorElement) => link.href),
    );
    await page.getByRole("link", { name: "English" }).click();
    const english = path();
    await page.getByRole("link", { name: "Privacy", exact: true }).click();
    const itself = path();
    const wrong = problems(log);
    await page.getByRole("link", { name: "To the panel" }).click();

    expect(document.headers()["content-type"]).toBe("application/ld+json");
    expect([english, itself, path()]).toEqual([
      ...["/panel/docs/privacy", "/panel/docs/privacy", "/panel/"],
    ]);
    expect(wrong).toEqual([]);
  });

  test("the page names its icon and the policy below the prefix", async ({ open }) => {
    const baseURL = await startBehindPrefix();
    const { page } = await open({ baseURL });
    await page.goto("/panel/");
    const links = page.locator("link[rel=icon], link[rel=privacy-policy]");
    const addresses = await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLLinkElement).href),
    );
    const answers = await Promise.all(addresses.map((url) => page.request.get(url)));

    expect(addresses).toHaveLength(3);
    expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200]);
  });

  test("a page without its files says so, in both languages", async ({ open }) => {
    const baseURL = await startBehindPrefix();
    const { page } = await open({ baseURL });
    await page.goto("/panel");

    await page
      .getByText("Die Dateien dieser Seite konnten nicht geladen werden")
      .waitFor();
    await page.getByText("The files of this page could not be loaded").waitFor();
  });
});
