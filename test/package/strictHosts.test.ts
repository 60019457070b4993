import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { bundleHost, reacts } from "../support/bundleHost.ts";
import { hostPage } from "../support/hostPage.ts";
import { openBrowser, openPage, problems } from "../support/page.ts";
import { type StrictHost, startStrictHost } from "../support/strictHost.ts";

const packageFolder = inject("packageFolder");
const panels = ["/one/privacy", "/other/privacy"] as const;

const pageWith = (root: string) =>
  hostPage({
    scripts: ["/app/client.js"],
    body: `<div id="root" data-panels="${panels.join(" ")}">${root}</div>`,
  });

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The switch of the statistics of one panel, once it can be turned. */
async function turnable(page: Page, panel: string) {
  const toggle = page
    .getByRole("main", { name: panel })
    .getByRole("switch", { name: "Send server statistics" });
  await expect.poll(() => toggle.getAttribute("aria-disabled")).toBeNull();
  return toggle;
}

async function statusAt({ address }: StrictHost, panel: string): Promise<string> {
  const url = `${address}${panel}/purposes/server-statistics/decision`;
  return (await (await fetch(url)).json()).status;
}

describe.each(Object.entries(reacts))("a strict host with %s", (_name, react) => {
  const folder = mkdtempSync(join(packageFolder, "../../host-"));
  let render: (panels: readonly string[]) => string;
  beforeAll(async () => {
    ({ render } = await bundleHost(packageFolder, react, folder));
  });

  test.each(["in the browser", "by a server"])("that renders %s", async (where) => {
    const host = await startStrictHost({
      pages: { "/": pageWith(where === "by a server" ? render(panels) : "") },
      folders: { "/app": folder, "/elements": join(packageFolder, "dist/elements") },
      panels,
    });
    const { page, log } = await openPage(browser, { baseURL: host.address });
    await page.goto("/");
    const [one, other] = panels;
    const toggle = await turnable(page, one);
    await turnable(page, other);

    expect(host.reports).toEqual([]);
    // Mounting asks the page's own origin, and changes nothing.
    expect(log.requests.filter((line) => !line.startsWith("GET "))).toEqual([]);
    expect(await statusAt(host, one)).toBe("undecided");

    // One panel's switch is not the other's.
    await toggle.click();
    await expect.poll(() => statusAt(host, one)).toBe("granted");
    await expect.poll(() => toggle.isChecked()).toBe(true);
    expect(await (await turnable(page, other)).isChecked()).toBe(false);
    expect(await statusAt(host, other)).toBe("undecided");
    await toggle.click();
    await expect.poll(() => statusAt(host, one)).toBe("withdrawn");

    // Nothing of the host is touched, and no id stands twice.
    expect(await page.getByText("Bonjour").isVisible()).toBe(true);
    expect(await page.evaluate(() => window.host)).toEqual({
      queries: 0,
      languages: ["fr"],
    });
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll("[id]")].map(({ id }) => id),
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);

    expect(problems(log)).toEqual([]);
    expect(host.reports).toEqual([]);
  });
});

test("what breaks the policy of a strict host is reported", async () => {
  const inline = '<p style="color: red">Host</p><script>document.title = ""</script>';
  const host = await startStrictHost({
    pages: { "/": pageWith("").replace("</body>", `${inline}</body>`) },
    folders: {},
    panels: [],
  });
  const { page } = await openPage(browser, { baseURL: host.address });

  await page.goto("/");

  await expect.poll(() => host.reports.length).toBeGreaterThan(1);
});
