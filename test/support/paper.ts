import { join } from "node:path";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { getDocumentProxy } from "unpdf";
import { serveFolder } from "./serveFolder.ts";

/** The white border that every page is printed with, in points. */
export const margin = 42;

/** One printed page: its lines from top to bottom, and what of it is ink. */
export interface PaperPage {
  readonly lines: readonly string[];
  readonly ink: {
    /** Dots that are not white in a picture of 72 dpi. */
    readonly margin: number;
    readonly inside: number;
    /** The part of the page that is darker than half. */
    readonly dark: number;
  };
}

/** Prints a page on A4 as it is, and reads the PDF back as text and as picture. */
export async function printed(page: Page): Promise<readonly PaperPage[]> {
  const edge = `${margin / 72}in`;
  const pdf = await page.pdf({
    format: "A4",
    margin: { top: edge, right: edge, bottom: edge, left: edge },
  });
  const [texts, pictures] = await Promise.all([linesOf(pdf), picturesOf(page, pdf)]);
  return pictures.map((picture, index) => ({
    lines: texts[index] ?? [],
    ink: inkOf(picture),
  }));
}

/** The text of some pages without spaces and hyphens, which depend on where lines end. */
export function closeUp(text: string): string {
  return text.replace(/[\s\u00ad-]/gu, "");
}

/** The lines of each page of a PDF, from top to bottom. */
export async function linesOf(pdf: Uint8Array): Promise<readonly (readonly string[])[]> {
  const paper = await getDocumentProxy(new Uint8Array(pdf));
  const numbers = Array.from({ length: paper.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await paper.getPage(number)).getTextContent();
      const rows = new Map<number, string>();
      for (const item of items) {
        if (!("str" in item) || item.str.trim() === "") continue;
        const height = Math.round(item.transform[5]);
        rows.set(height, `${rows.get(height) ?? ""} ${item.str}`.trim());
      }
      return [...rows].toSorted(([a], [b]) => b - a).map(([, line]) => line);
    }),
  );
}

/** Draws each page of the PDF, in a tab of its own. */
async function picturesOf(page: Page, pdf: Uint8Array): Promise<readonly PNG[]> {
  const served = await serveFolder(
    join(import.meta.dirname, "../../node_modules/unpdf/dist"),
  );
  const tab = await page.context().newPage();
  try {
    await tab.goto(`${served.address}/pdfjs.mjs`);
    await tab.addScriptTag({
      type: "module",
      content: 'import * as pdfjs from "/pdfjs.mjs"; globalThis.pdfjs = pdfjs;',
    });
    await tab.waitForFunction(() => "pdfjs" in globalThis);
    const urls = await tab.evaluate(
      async (bytes) => {
        const { pdfjs } = globalThis as unknown as {
          pdfjs: typeof import("unpdf/pdfjs");
        };
        const paper = await pdfjs.getDocument({ data: new Uint8Array(bytes) }).promise;
        const drawn: string[] = [];
        for (let number = 1; number <= paper.numPages; number += 1) {
          const sheet = await paper.getPage(number);
          const viewport = sheet.getViewport({ scale: 1 });
          const canvas = document.createElement("canvas");
          canvas.width = Math.ceil(viewport.width);
          canvas.height = Math.ceil(viewport.height);
          await sheet.render({ canvas, viewport }).promise;
          drawn.push(canvas.toDataURL("image/png"));
        }
        return drawn;
      },
      [...pdf],
    );
    return urls.map((url) =>
      PNG.sync.read(Buffer.from(url.slice(url.indexOf(",") + 1), "base64")),
    );
  } finally {
    await tab.close();
    await served.close();
  }
}

function inkOf({ data, width, height }: PNG): PaperPage["ink"] {
  const ink = { margin: 0, inside: 0, dark: 0 };
  const isWithin = (at: number, size: number) =>
    at > margin - 2 && at < size - margin + 2;
  for (let dot = 0; dot < width * height; dot += 1) {
    const brightness = data[4 * dot + 1] ?? 255;
    if (brightness > 235) continue;
    if (brightness < 128) ink.dark += 1;
    const isInside =
      isWithin(dot % width, width) && isWithin(Math.floor(dot / width), height);
    ink[isInside ? "inside" : "margin"] += 1;
  }
  return { ...ink, dark: ink.dark / (width * height) };
}
