import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { nameOf, resets } from "./cells.ts";
import type { ShownCell } from "./prepareStage.ts";
import { faultLines } from "./redCells.ts";

/** What a sheet has room for. */
const most = 48;

/**
 * Lays the pictures of cells side by side, one sheet for each reset, so that a person can look
 * at them, the red ones first. What is red has a red frame, and says why; `faults.txt` has all of it.
 *
 * @param folder where the sheets go, as PNG; what lies there is removed
 */
export async function layContactSheets(
  page: Page,
  folder: string,
  shown: readonly ShownCell[],
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "faults.txt"), faultLines(shown).join("\n"));
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1900, height: 1000 });
  for (const reset of resets) {
    const ofReset = shown
      .filter(({ cell }) => cell.reset === reset)
      .toSorted((a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0));
    if (ofReset.length === 0) continue;
    await page.setContent(sheetOf(reset, ofReset.slice(0, most)));
    const file = `${reset.toLowerCase().replaceAll(" ", "-")}.png`;
    await writeFile(join(folder, file), await page.screenshot({ fullPage: true }));
  }
}

function sheetOf(reset: string, shown: readonly ShownCell[]): string {
  const figures = shown.toSorted((a, b) => a.cell.width - b.cell.width).map(figureOf);
  return `<!doctype html><meta charset="utf-8" /><title>${reset}</title><style>
    body { display: flex; flex-wrap: wrap; gap: 12px; margin: 12px; background: #888; font: 12px/1.3 sans-serif; }
    figure { margin: 0; padding: 6px; background: #fff; }
    figure[data-red] { outline: 6px solid #d00; }
    figcaption { padding-block-end: 6px; }
    img { display: block; block-size: auto; inline-size: 100%; }
  </style>${figures.join("")}`;
}

function figureOf({ cell, faults, png }: ShownCell): string {
  const width = cell.width < 600 ? 220 : 600;
  const says = [nameOf(cell), ...faults.map((fault) => fault.says)].map(escapeHtml);
  return `<figure style="inline-size: ${width}px" ${faults.length > 0 ? "data-red" : ""}>
    <figcaption>${says.join("<br />")}</figcaption>
    <img src="data:image/png;base64,${png.toString("base64")}" />
  </figure>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
