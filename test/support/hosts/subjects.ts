import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { signInOnPage } from "../demoMenu.ts";
import { openBrowser, openPage } from "../page.ts";
import { startPanelProcess } from "../panelProcess.ts";
import { sheet } from "../showInHost.ts";
import type { Cell } from "./cells.ts";

/** A centre as it was drawn, nothing decided, and the sheet that goes with it. */
export interface Subject {
  readonly html: string;
  readonly sheet: string;
  /** The name of the button that refuses. */
  readonly refusal: string;
  /** How many choices there are, each of a switch and a refusal. */
  readonly choices: number;
}

export type Subjects = Readonly<Record<Cell["drawer"], Subject>>;

const refusal = "Nein, nicht senden";

/** Subjects of another build, such as `takeSubjects` takes them, from a file of JSON. */
export async function readSubjects(file: string): Promise<Subjects> {
  return JSON.parse(await readFile(file, "utf8"));
}

/**
 * The centre in German over a real panel: as React draws it on the panel's page, and as the
 * built element draws it on a page of its own.
 */
export async function takeSubjects(): Promise<Subjects> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-elements-"));
  try {
    buildElements(folder);
    return {
      React: { ...(await drawnByReact()), sheet, refusal },
      element: {
        ...(await drawnByElement(folder)),
        sheet: await readFile(join(folder, "klartext.css"), "utf8"),
        refusal,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type DrawnHtml = Pick<Subject, "html" | "choices">;

function drawnByReact(): Promise<DrawnHtml> {
  return onPanel({}, (page) => read(page, ".kt-root"));
}

/** The element has the policy of LiveConfig®, as it ships; so does its panel. */
function drawnByElement(folder: string): Promise<DrawnHtml> {
  return onPanel({ KLARTEXT_POLICY_REVISION: "bare" }, async (page) => {
    await page.route("**/host/*", async (route) => {
      const name = basename(new URL(route.request().url()).pathname);
      if (name === "page") {
        const body = `<!doctype html><html lang="de"><title>Host</title>
          <script type="module" src="index.js"></script>
          <klartext-privacy></klartext-privacy></html>`;
        await route.fulfill({ body, contentType: "text/html" });
      } else await route.fulfill({ path: join(folder, name) });
    });
    await page.goto("/host/page");
    return read(page, "klartext-privacy");
  });
}

async function onPanel(
  env: Readonly<Record<string, string>>,
  use: (page: Page) => Promise<DrawnHtml>,
): Promise<DrawnHtml> {
  const panel = await startPanelProcess(env);
  const browser = await openBrowser();
  try {
    const viewport = { width: 1280, height: 900 };
    const options = { baseURL: panel.address, locale: "de-DE", viewport };
    const { page } = await openPage(browser, options);
    await page.goto("./");
    await signInOnPage(page, "Admin");
    return await use(page);
  } finally {
    await browser.close();
    await panel.remove();
  }
}

/** What an element has drawn once there is a refusal beside each switch that can be turned. */
async function read(page: Page, selector: string): Promise<DrawnHtml> {
  await page.waitForFunction((name) => {
    const toggles = [...document.querySelectorAll("[role=switch]")];
    const refusals = [...document.querySelectorAll("button")].filter(
      ({ textContent }) => textContent === name,
    );
    const isReady = [...toggles, ...refusals].every((control) => !control.ariaDisabled);
    return isReady && toggles.length > 0 && refusals.length === toggles.length;
  }, refusal);
  return {
    html: await page.locator(selector).evaluate((root) => root.outerHTML),
    choices: await page.getByRole("switch").count(),
  };
}

function buildElements(folder: string): void {
  const config = "scripts/elements/vite.config.ts";
  const options = ["--outDir", folder, "--emptyOutDir", "--logLevel", "warn"];
  execFileSync("npx", ["vite", "build", "--config", config, ...options], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: "inherit",
  });
}
