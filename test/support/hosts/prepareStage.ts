import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { type Cell, schemesOf } from "./cells.ts";
import type { Fault } from "./fault.ts";
import { hostFaults } from "./hostFaults.ts";
import { hostPage } from "./hostPage.ts";
import { measureCenter } from "./measureCenter.ts";
import type { Box } from "./picture.ts";
import type { ResetSheet } from "./resetSheets.ts";
import type { Subject } from "./subjects.ts";

/** A cell that was shown, and what was wrong with it. */
export interface JudgedCell {
  readonly cell: Cell;
  readonly faults: readonly Fault[];
}

/** The same with how it looked. */
export interface ShownCell extends JudgedCell {
  readonly png: Buffer;
}

/** As much of a page as is looked at, and more where a choice stands below it. */
const heights = { 360: 2000, 1280: 1300 } as const;
const most = 6000;

/** Not about:blank, which is dark on a dark system whatever a page says. */
const address = "http://host.example/";

type ShowCell = (cell: Cell, subject: Subject, reset: ResetSheet) => Promise<ShownCell>;

/**
 * Makes a page the one in which centres are shown in hosts, one after the other, and what is
 * wrong with each is said as it is painted. Nothing is asked of a network: what a host's sheet
 * names, such as its fonts, is not there.
 */
export async function prepareStage(page: Page): Promise<ShowCell> {
  let body = "";
  await page.route("**/*", (route) =>
    route.fulfill(
      route.request().url() === address
        ? { body, contentType: "text/html" }
        : { status: 404 },
    ),
  );
  return async (cell, subject, reset) => {
    const { width } = cell;
    await page.setViewportSize({ width, height: heights[width] });
    await page.emulateMedia({ colorScheme: schemesOf(cell).system });
    body = hostPage(cell, subject, reset);
    await page.goto(address);
    const measured = await measureCenter(page, subject.refusal);
    const last = Math.max(
      ...measured.choices.map(({ refusal: { box } }) => bottomOf(box)),
    );
    const height = Math.min(most, Math.ceil(last) + 20);
    if (height > heights[width]) await page.setViewportSize({ width, height });
    const png = await page.screenshot({ animations: "disabled" });
    const drawn = { ...measured, picture: PNG.sync.read(png) };
    return { cell, faults: hostFaults(drawn, subject.choices), png };
  };
}

const bottomOf = ({ top, height }: Box) => top + height;
