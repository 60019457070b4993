import { type Cell, schemesOf } from "./cells.ts";
import type { ResetSheet } from "./resetSheets.ts";
import type { Subject } from "./subjects.ts";

/**
 * The page of a host with a centre in it. What a row, a table and their neighbours are is said
 * in `style`, which no reset takes back.
 */
export function hostPage(cell: Cell, subject: Subject, reset: ResetSheet): string {
  const { host } = schemesOf(cell);
  const { html = "", css = "" } = reset[host] ?? {};
  const sheets = [subject.sheet, reset.css + css];
  if (cell.order === "theirs first") sheets.reverse();
  const styles = sheets.map((sheet) => `<style>${sheet}</style>`).join("\n");
  return `<!doctype html>
<html lang="de" ${html}>
<head><meta charset="utf-8" /><title>Host</title>${styles}</head>
<body style="margin: 0"><div style="display: block; block-size: 20px">Host</div>
${around(cell, subject.html)}
</body></html>`;
}

function around({ layout, width }: Cell, content: string): string {
  switch (layout) {
    case "block":
      return `<div style="display: block">${content}</div>`;
    case "float":
      return `<div style="display: block; float: left">${content}</div>`;
    case "flex row": {
      // On a phone the navigation is a rail of signs.
      const neighbour = width < 600 ? 48 : 200;
      const nav = `<nav style="display: block; flex: none; inline-size: ${neighbour}px"></nav>`;
      return `<div style="display: flex">${nav}${content}</div>`;
    }
    case "table cell":
      return `<table style="display: table"><tbody style="display: table-row-group"><tr style="display: table-row"><td style="display: table-cell">${content}</td></tr></tbody></table>`;
  }
}
