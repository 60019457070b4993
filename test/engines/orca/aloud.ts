import type { Browser, Page } from "playwright-core";
import de from "../../../locales/de/interface.json" with { type: "json" };
import en from "../../../locales/en/interface.json" with { type: "json" };
import type { Language } from "../../../src/policy/index.ts";
import { createDebianRoot, type DebianRoot } from "../../support/debianRoot.ts";
import { pressSignIn } from "../../support/demoMenu.ts";
import { type PanelProcess, startPanelProcess } from "../../support/panelProcess.ts";
import { announcements, noteAnnouncements } from "./pageListener.ts";
import type { Orca } from "./startOrca.ts";
import { createTranscript, type Transcript } from "./transcript.ts";

/** What the tasks look for, in both languages. */
const names = {
  de: { statistics: "Serverstatistiken", words: de },
  en: { statistics: "Server statistics", words: en },
} as const;

/** A page that somebody listens to. */
export interface Aloud extends Transcript {
  readonly page: Page;
  readonly panel: PanelProcess;
  readonly root: DebianRoot;
  readonly orca: Orca;
  readonly names: (typeof names)[Language];
  /** Moves the focus forward until it is on the switch with this number, from 1 on. */
  readonly tabToSwitch: (number: 1 | 2) => Promise<void>;
  /** Waits until the statistics have a status. */
  readonly status: (status: string) => Promise<void>;
  /** What the page itself has put into its live region. */
  readonly announced: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Signs an administrator in on a fresh panel, in a window that has the focus. */
export async function openAloud(
  browser: Browser,
  orca: Orca,
  language: Language,
): Promise<Aloud> {
  const root = await createDebianRoot("1.22.1-9");
  const panel = await startPanelProcess({ KLARTEXT_SYSTEM_ROOT: root.folder });
  const context = await browser.newContext({ viewport: null });
  const page = await context.newPage();
  await page.goto(`${panel.address}/?lang=${language}`);
  await pressSignIn(page, "Admin");
  await page.locator("[role=switch]:not([aria-disabled])").nth(1).waitFor();
  await noteAnnouncements(page);
  await orca.heard(2_000);
  const transcript = createTranscript(orca);

  return {
    ...transcript,
    ...{ page, panel, root, orca, names: names[language] },
    tabToSwitch: async (number) => {
      const toggle = page.getByRole("switch").nth(number - 1);
      const isFocused = () => toggle.evaluate((one) => one === document.activeElement);
      for (let presses = 0; presses < 60 && !(await isFocused()); presses += 1) {
        await transcript.after("Tab", () => orca.press("Tab"), 600);
      }
    },
    status: (status) =>
      page
        .locator("[data-kt=purpose]")
        .nth(1)
        .locator(`.kt-chip[data-status=${status}]`)
        .waitFor({ timeout: 60_000 }),
    announced: () => announcements(page),
    close: async () => {
      await context.close();
      await panel.remove();
      await root.remove();
    },
  };
}
