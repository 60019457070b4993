import { join } from "node:path";
import type { Page } from "playwright-core";
import { joinSheet } from "../../scripts/sheet/joinSheet.ts";

export const sheet = joinSheet(
  join(import.meta.dirname, "../../src/styles/klartext.css"),
);

/** A page that something of ours is put into. */
export interface Host {
  readonly css?: string;
  /** Attributes of the root element. */
  readonly html?: string;
  /** Our sheet, as it is where nothing else is said. */
  readonly ours?: string;
  readonly around?: (content: string) => string;
}

/** Shows a root in a host whose sheet comes after ours, which is the worse order. */
export async function showInHost(
  page: Page,
  content: string,
  host: Host = {},
): Promise<void> {
  const { css = "", html = "", ours = sheet, around = (inner) => inner } = host;
  await page.setContent(
    `<!doctype html><html ${html}><meta charset="utf-8" /><title>Host</title>
    <style>${ours}</style><style>${css}</style>
    <body style="margin: 0"><div id="host">${around(content)}</div></body></html>`,
  );
}
