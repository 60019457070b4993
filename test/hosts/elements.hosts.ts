import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { missingFacts } from "../support/missingFacts.ts";
import { test } from "../support/playwright.ts";
import { readFolder } from "../support/readSite.ts";
import { serveApp } from "../support/serveApp.ts";
import { signInThere, switchOnAndOff } from "../support/useCenter.ts";

/** The pages of `test/hosts/elements`, and beside them what the package has for them. */
async function layOut(): Promise<string> {
  const folder = await makeFolder();
  await cp(join(import.meta.dirname, "elements"), folder, { recursive: true });
  const elements = join(inject("packageFolder"), "dist/elements");
  await cp(elements, join(folder, "klartext"), { recursive: true });
  return folder;
}

test("<klartext-privacy> turns on and off on a page without a build", async ({
  open,
}) => {
  const app = await serveApp({ from: { folder: await layOut() } });
  const { page, context, log } = await open({ baseURL: app.address });
  await signInThere(context, app);

  await page.goto("/privacy.html");
  await switchOnAndOff(page, app, "Send server statistics");

  expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
  expect(app.reports).toEqual([]);
});

test("<klartext-policy> shows every fact on a page without a build", async ({ open }) => {
  const app = await serveApp({ from: { folder: await layOut() } });
  const { page, log } = await open({ baseURL: app.address });

  await page.goto("/policy.html");
  await page.getByRole("heading", { level: 1, name: "Datenschutz" }).waitFor();

  expect(await missingFacts(page, "de")).toEqual([]);
  expect([log.console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
  expect(app.reports).toEqual([]);
});

test("<klartext-policy> shows what a server put inside, with JavaScript off and on", async ({
  open,
}) => {
  const folder = await layOut();
  const empty = await readFile(join(folder, "policy.html"), "utf8");
  for (const language of ["de", "en"] as const) {
    const name = `dist/static/policy.${language}.fragment.html`;
    const article = await readFile(join(inject("packageFolder"), name), "utf8");
    const page = empty
      .replace('lang="de"', `lang="${language}"`)
      .replace("></klartext-policy>", () => `>${article}</klartext-policy>`);
    await writeFile(join(folder, `policy.${language}.html`), page);
  }

  await readFolder(folder, { de: "/policy.de.html", en: "/policy.en.html" }, open);
});

test.for([
  ["an inline style", '<p style="color: red"></p>'],
  ["an inline script", "<script>document.title = 1</script>"],
  [
    "HTML from a string",
    '<script type="module" src="late.js"></script>',
    "document.body.innerHTML = '<p></p>';",
  ],
] as const)("%s would have been reported", async ([, body, script = ""], { open }) => {
  const page = `<!doctype html><title>Page</title><body>${body}</body>`;
  const folder = await makeFolder({ "page.html": page, "late.js": script });
  const app = await serveApp({ from: { folder } });
  const { page: tab, log } = await open({ baseURL: app.address });

  await tab.goto("/page.html");

  await expect.poll(() => app.reports.length).toBeGreaterThan(0);
  expect(log.console).not.toEqual([]);
});
