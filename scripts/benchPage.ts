import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { openBrowser } from "../test/support/page.ts";
import { measureLoad, type PageLoad, signInContext } from "../test/support/pageLoad.ts";
import { startPanelProcess } from "../test/support/panelProcess.ts";
import { markdownTable } from "./bench/markdownTable.ts";
import { median } from "./bench/median.ts";

/**
 * Measures how long the reference panel's page takes until a switch can be turned, beside that
 * of an older checkout whose folder is given, by turns in one run of one Chromium, and writes
 * the table into docs/performance.md:
 *
 *     node scripts/benchPage.ts ../klartext-before
 *
 * The older checkout has its own dependencies installed. Both pages are built here.
 */
const [, , before] = process.argv;
const runs = Number(process.env.BENCH_RUNS ?? 5);
const slowness = { bandwidth: 1_600_000, latency: 150, cpu: 4 };
const root = join(import.meta.dirname, "..");
const file = join(root, "docs/performance.md");
const subjects = [
  ...(before === undefined ? [] : [{ name: "before", folder: resolve(before) }]),
  { name: "now", folder: root },
];

for (const { folder } of subjects) {
  const env = { ...process.env, NODE_ENV: "production" };
  const command = ["run", "--silent", "build:page", "--", "--logLevel", "warn"];
  execFileSync("npm", command, { cwd: folder, env, stdio: "inherit" });
}
const browser = await openBrowser();
const panels = await Promise.all(
  subjects.map(({ folder }) => startPanelProcess({}, folder)),
);
try {
  const first = new Map<string, PageLoad[]>();
  const second = new Map<string, PageLoad[]>();
  // The first round warms up and does not count.
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, { name }] of subjects.entries()) {
      const context = await signInContext(browser, panels[index]?.address ?? "", "admin");
      const loads = [await measureLoad(context, slowness)];
      loads.push(await measureLoad(context, slowness));
      await context.close();
      if (run === 0) continue;
      const [visit, again] = loads;
      if (visit) first.set(name, [...(first.get(name) ?? []), visit]);
      if (again) second.set(name, [...(second.get(name) ?? []), again]);
    }
    console.log(run === 0 ? "warmed up" : `run ${run} of ${runs}`);
  }
  const rows = [
    ...subjects.map(({ name }) => [`${name}, first visit`, ...row(first.get(name))]),
    ...subjects.map(({ name }) => [`${name}, second visit`, ...row(second.get(name))]),
  ];
  const ratio = timeOf(first.get("now")) / timeOf(first.get("before"));
  const told = [
    `Chromium ${browser.version()}, ${cpus().length} cores, medians of ${runs} interleaved runs.`,
    markdownTable(
      ["", "ms to the first switch", "requests", "KB", "levels of waiting"],
      rows,
    ),
    ...(before === undefined
      ? []
      : [`The first visit takes ${ratio.toFixed(2)} of the time that it took.`]),
  ].join("\n\n");
  console.log(told);
  for (const { name } of subjects) {
    for (const one of first.get(name)?.at(-1)?.requests ?? []) {
      console.log(`${name} ${one.level} ${one.status} ${one.bytes} ${one.path}`);
    }
  }
  const text = await readFile(file, "utf8");
  const marked = /(<!-- page -->\n)[\s\S]*(\n<!-- \/page -->)/;
  await writeFile(
    file,
    text.replace(marked, (_, start: string, end: string) => `${start}\n${told}\n${end}`),
  );
} finally {
  await browser.close();
  for (const panel of panels) await panel.remove();
}

function row(loads: readonly PageLoad[] = []): readonly string[] {
  const bytes = median(
    loads.map(({ requests }) => sum(requests.map((one) => one.bytes))),
  );
  return [
    timeOf(loads).toFixed(0),
    `${median(loads.map(({ requests }) => requests.length))}`,
    (bytes / 1024).toFixed(0),
    `${median(loads.map(({ requests }) => Math.max(...requests.map((one) => one.level))))}`,
  ];
}

function timeOf(loads: readonly PageLoad[] = []): number {
  return median(loads.map(({ milliseconds }) => milliseconds));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
