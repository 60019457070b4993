import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { bundleHost, bundlePages, preact, reacts } from "../support/bundleHost.ts";
import { hostPage } from "../support/hostPage.ts";
import { openBrowser, openPage, problems } from "../support/page.ts";
import { type StrictHost, startStrictHost } from "../support/strictHost.ts";

const packageFolder = inject("packageFolder");
const panels = ["/one/privacy", "/other/privacy"] as const;
const elements = "/elements/index.js";
const roots = "/app/roots.js";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const element = (panel: string) =>
  `<main aria-label="${panel}">
    <klartext-privacy base-url="${panel}"></klartext-privacy>
    <klartext-policy></klartext-policy>
  </main>`;

const root = (panel: string, html = "") => `<div data-panel="${panel}">${html}</div>`;

async function open(scripts: readonly string[], body: string, app?: string) {
  const host = await startStrictHost({
    pages: { "/": hostPage({ scripts, body }) },
    folders: {
      "/elements": join(packageFolder, "dist/elements"),
      ...(app ? { "/app": app } : {}),
    },
    panels,
  });
  const { page, log } = await openPage(browser, { baseURL: host.address });
  await page.goto("/");
  return { host, page, log };
}

const statisticsOf = (page: Page, panel: string) =>
  page.getByRole("main", { name: panel }).getByRole("switch", {
    name: "Send server statistics",
  });

async function statusesAt({ address }: StrictHost): Promise<readonly string[]> {
  const answers = panels.map((panel) =>
    fetch(`${address}${panel}/purposes/server-statistics/decision`),
  );
  const bodies = (await Promise.all(answers)).map((answer) => answer.json());
  return (await Promise.all(bodies)).map(({ status }) => status);
}

/** The label in the second centre acts in the second, and every id names one element. */
async function expectApart(host: StrictHost, page: Page): Promise<void> {
  for (const panel of panels) {
    const toggle = statisticsOf(page, panel);
    await expect.poll(() => toggle.getAttribute("aria-disabled")).toBeNull();
  }
  await page.getByText("Privacy policy").first().waitFor();

  const [, second] = panels;
  await decide(page, second);

  expect(await statusesAt(host)).toEqual(["undecided", "granted"]);
  expect(await brokenIds(page)).toEqual([]);
}

/** Grants by the label of one panel's switch, and reads that in its history. */
async function decide(page: Page, panel: string): Promise<void> {
  const toggle = statisticsOf(page, panel);
  await expect.poll(() => toggle.getAttribute("aria-disabled")).toBeNull();
  const centre = page.getByRole("main", { name: panel });
  await centre.getByText("Send server statistics", { exact: true }).click();
  await expect.poll(() => toggle.isChecked()).toBe(true);
  await centre.getByRole("button", { name: /^History ?: Server statistics$/ }).click();
  await centre.getByRole("cell", { name: "Consent given" }).first().waitFor();
}

/** Ids that stand twice, and references that lead out of their own centre or nowhere. */
function brokenIds(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    const references = ["for", "aria-labelledby", "aria-describedby"].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((from) =>
        (from.getAttribute(name) ?? "").split(" ").map((id) => ({ from, name, id })),
      ),
    );
    const astray = references.filter(({ from, id }) => {
      const to = document.getElementById(id);
      return !to || to.closest("main") !== from.closest("main");
    });
    return [...twice, ...astray.map(({ name, id }) => `${name}=${id}`)];
  });
}

test("two elements on a page keep apart", async () => {
  const { host, page, log } = await open([elements], panels.map(element).join(""));

  await expectApart(host, page);

  expect(problems(log)).toEqual([]);
});

describe.each([...Object.entries(reacts), ["Preact", preact]])("with %s", (_, react) => {
  const folder = mkdtempSync(join(packageFolder, "../../host-"));
  beforeAll(() => bundlePages(packageFolder, react, folder));

  test("two roots on a page keep apart", async () => {
    const body = panels.map((panel) => root(panel)).join("");
    const { host, page, log } = await open([roots], body, folder);

    await expectApart(host, page);

    expect(problems(log)).toEqual([]);
  });

  test("a root and an element on a page keep apart", async () => {
    const [first, second] = panels;
    const body = root(first) + element(second);
    const { host, page, log } = await open([roots, elements], body, folder);

    await expectApart(host, page);

    expect(problems(log)).toEqual([]);
  });
});

test.each(Object.entries(reacts))(
  "two roots that a server rendered with %s keep apart",
  async (_, react) => {
    const folder = mkdtempSync(join(packageFolder, "../../host-"));
    const { renderRoot } = await bundleHost(packageFolder, react, folder);
    const body = panels.map((panel) => root(panel, renderRoot(panel))).join("");
    const { host, page, log } = await open([roots], body, folder);

    await expectApart(host, page);

    expect(problems(log)).toEqual([]);
  },
);
