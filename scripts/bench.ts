import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { openBrowser, openPage } from "../test/support/page.ts";
import { serveFolder } from "../test/support/serveFolder.ts";
import { markdownTable } from "./bench/markdownTable.ts";
import { median } from "./bench/median.ts";
import type { SubjectName } from "./bench/subjects.tsx";

/**
 * Measures the preview beside a plain `<pre>` and a common viewer, in one run of one
 * Chromium, and writes the tables into docs/performance.md between their marks.
 */
const sizes = [200, 2_000, 10_000];
const runs = Number(process.env.BENCH_RUNS ?? 7);
const names: Readonly<Record<SubjectName, string>> = {
  ours: "Klartext's preview, whole",
  plain: "plain `<pre>`, text alone",
  jsonViewLite: "react-json-view-lite 2.5.0",
};
const subjectNames = Object.keys(names) as SubjectName[];
const file = join(import.meta.dirname, "../docs/performance.md");

// React measures itself in a development build, which nobody ships.
process.env.NODE_ENV = "production";
const folder = await mkdtemp(join(tmpdir(), "klartext-bench-"));
await build({
  configFile: join(import.meta.dirname, "bench/vite.config.ts"),
  logLevel: "warn",
  build: { outDir: folder },
});
const server = await serveFolder(folder);
const browser = await openBrowser();
try {
  const { page, log } = await openPage(browser, {
    baseURL: server.address,
    viewport: { width: 1280, height: 800 },
  });
  await page.goto("/");
  await page.waitForFunction(() => "bench" in window);

  const shown = new Map<string, number[]>();
  const scrolled = new Map<string, number[]>();
  const lit = new Map<string, number[]>();
  // The first round warms the compiler up and does not count.
  for (let run = 0; run <= runs; run += 1) {
    for (const size of sizes) {
      for (const name of subjectNames) {
        const time = await page.evaluate(([of, count]) => window.bench.show(of, count), [
          name,
          size,
        ] as const);
        if (run > 0) note(shown, `${name} ${size}`, time);
      }
      for (const name of ["ours", "plain"] as const) {
        const time = await page.evaluate(
          ([of, count]) => window.bench.scroll(of, count),
          [name, size] as const,
        );
        if (run > 0) note(scrolled, `${name} ${size}`, time);
        const longest = await page.evaluate(
          ([of, count]) => window.bench.light(of, count),
          [name, size] as const,
        );
        if (run > 0) note(lit, `${name} ${size}`, longest);
      }
    }
    console.log(run === 0 ? "warmed up" : `run ${run} of ${runs}`);
  }
  const bytes = await page.evaluate(
    (all) => all.map((count) => window.bench.size(count)),
    sizes,
  );
  if (log.errors.length > 0) throw new Error(log.errors.join("\n"));

  const heads = sizes.map(
    (size, index) =>
      `${size.toLocaleString("en")} (${Math.round((bytes[index] ?? 0) / 1000)} KB)`,
  );
  const showTable = markdownTable(
    ["until shown, ms", ...heads, "× plain `<pre>`"],
    subjectNames.map((name) => [
      names[name],
      ...sizes.map((size) => median(shown.get(`${name} ${size}`)).toFixed(0)),
      sizes
        .map((size) =>
          (
            median(shown.get(`${name} ${size}`)) / median(shown.get(`plain ${size}`))
          ).toFixed(2),
        )
        .join(" / "),
    ]),
  );
  const frameTable = (what: string, times: ReadonlyMap<string, readonly number[]>) =>
    markdownTable(
      [`longest frame, ms: ${what}`, ...heads],
      (["ours", "plain"] as const).map((name) => [
        names[name],
        ...sizes.map((size) => median(times.get(`${name} ${size}`)).toFixed(0)),
      ]),
    );
  const tables = [
    `Chromium ${browser.version()}, ${cpus().length} cores, medians of ${runs} interleaved runs.`,
    showTable,
    frameTable("scrolling from end to end", scrolled),
    frameTable("lighting up the stack trace (plain: scrolling to it)", lit),
  ].join("\n\n");
  console.log(tables);
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace(
      /(<!-- bench -->\n).*?(\n<!-- \/bench -->)/s,
      (_, start: string, end: string) => `${start}\n${tables}\n${end}`,
    ),
  );
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

function note(times: Map<string, number[]>, key: string, time: number): void {
  times.set(key, [...(times.get(key) ?? []), time]);
}
