import { markdownTable } from "../bench/markdownTable.ts";
import type { Figure } from "./figures.ts";

const marks = /(<!-- size -->\n).*?(\n<!-- \/size -->)/s;

/** The figures as tables for docs/performance.md. */
export function sizeTables(ours: readonly Figure[], peers: readonly Figure[]): string {
  return [
    markdownTable(
      ["Klartext", "KB", "budget", "goal"],
      ours.map(({ name, bytes, budget, goal }) => [
        name,
        kilobytes(bytes),
        budget === undefined ? "" : `≤ ${budget / 1024}`,
        goal === undefined ? "" : `≤ ${goal / 1024}${bytes > goal ? ", missed" : ""}`,
      ]),
    ),
    markdownTable(
      ["all but React", "KB"],
      peers.map(({ name, bytes }) => [name, kilobytes(bytes)]),
    ),
  ].join("\n\n");
}

/** The page with these tables between its marks. */
export function withSizeTables(page: string, tables: string): string {
  return page.replace(
    marks,
    (_, start: string, end: string) => `${start}\n${tables}\n${end}`,
  );
}

/** The bytes that the page states, by name. */
export function statedSizes(page: string): ReadonlyMap<string, number> {
  const rows = (marks.exec(page)?.[0] ?? "").matchAll(/^\| (.+?) \| ([\d.]+) \|/gm);
  return new Map(
    [...rows].map(([, name = "", size]) => [name, Math.round(Number(size) * 1024)]),
  );
}

export function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
