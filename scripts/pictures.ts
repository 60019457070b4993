import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PNG } from "pngjs";
import { openBrowser, openPage } from "../test/support/page.ts";
import { startPanelProcess } from "../test/support/panelProcess.ts";
import { visit } from "../test/support/visit.ts";

/** Takes the pictures of the README from the real page, over a machine laid out for it. */
const machine = {
  "etc/os-release": 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\n',
  "var/lib/dpkg/status": ["nginx 1.22.1-9", "postfix 3.7.11-0", "redis-server 7.0.15-1"]
    .map((line) => line.split(" "))
    .map(
      ([name, version]) =>
        `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\n`,
    )
    .join("\n"),
};

/** A first screen as wide as most, and one in the hand. */
const screens = [
  { width: 1280, height: 900 },
  { width: 360, height: 800 },
] as const;

/** The same picture in a smaller file: flat colours shrink best unfiltered. */
function packTight(png: Buffer): Buffer {
  return PNG.sync.write(PNG.sync.read(png), {
    ...{ colorType: 2, filterType: 0 },
    ...{ deflateLevel: 9, deflateStrategy: 0 },
  });
}

const root = await mkdtemp(join(tmpdir(), "klartext-pictures-"));
for (const [path, text] of Object.entries(machine)) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
const panel = await startPanelProcess({ KLARTEXT_SYSTEM_ROOT: root });
const browser = await openBrowser();
try {
  await mkdir("docs/pictures", { recursive: true });
  let isGranted = false;
  for (const locale of ["de-DE", "en-GB"] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const viewport of screens) {
        const { page, context } = await openPage(browser, {
          ...{ baseURL: panel.address, locale, colorScheme, viewport },
          timezoneId: "Europe/Berlin",
        });
        await visit(page, "Admin");
        const card = page.locator("[data-kt=purpose]").nth(1);
        if (!isGranted) await card.getByRole("switch").click();
        isGranted = true;
        await card
          .getByRole("listitem")
          .filter({ hasText: /^(Zuletzt gesendet|Last sent) \d/ })
          .waitFor();
        const language = locale.slice(0, 2);
        const path = `docs/pictures/${language}-${colorScheme}-${viewport.width}.png`;
        await writeFile(path, packTight(await page.screenshot()));
        console.log(path);
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await panel.remove();
  await rm(root, { recursive: true, force: true });
}
