import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod/mini";
import { chromiumLaunchOptions } from "../test/support/chromium.ts";
import { serveFolder } from "../test/support/serveFolder.ts";

/**
 * Has Lighthouse look at the built site, served as a static host serves it, on a phone as it
 * simulates one, and prints a table. Run `npm run build:site` before, on a machine that has
 * nothing else to do: what it measures of speed is measured here.
 */
const lighthouse = "lighthouse@13.5.0";
const least = 95;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const pages = process.argv.slice(2);
const defaultPages = ["/", "/live/", "/panel-api/", "/props/", "/policy/", "/de/policy/"];

const site = join(import.meta.dirname, "../site/dist");
const run = promisify(execFile);

const score = z.object({ score: z.nullable(z.number()) });
const audit = z.object({
  title: z.string(),
  score: z.nullable(z.number()),
  displayValue: z.optional(z.string()),
});
const reportSchema = z.object({
  categories: z.object({
    performance: score,
    accessibility: score,
    "best-practices": score,
    seo: score,
  }),
  audits: z.record(z.string(), audit),
});

await access(join(site, "index.html")).catch(() => {
  throw new Error(
    "There is no built site in site/dist. Run `npm run build:site` before.",
  );
});
const served = await serveFolder(site, "compressed");
const { executablePath, args, env } = await chromiumLaunchOptions();
let lowest = 100;
try {
  console.log(`${lighthouse}, of 100\n| page | ${categories.join(" | ")} |`);
  console.log(`| --- | ${categories.map(() => "---:").join(" | ")} |`);
  for (const page of pages.length > 0 ? pages : defaultPages) {
    const report = await look(`${served.address}${page}`);
    const scores = categories.map((name) =>
      Math.round((report.categories[name].score ?? 0) * 100),
    );
    lowest = Math.min(lowest, ...scores);
    console.log(`| ${page} | ${scores.join(" | ")} |`);
    if (Math.min(...scores) < least) tellFaults(report);
  }
} finally {
  await served.close();
}
if (lowest < least) {
  console.error(`The lowest is ${lowest}; ${least} is asked for.`);
  process.exitCode = 1;
}

async function look(url: string): Promise<z.infer<typeof reportSchema>> {
  const flags = ["--headless", ...args].join(" ");
  const { stdout } = await run(
    "npx",
    [
      ...["--yes", lighthouse, url, "--quiet", "--output=json", "--output-path=stdout"],
      ...[`--only-categories=${categories.join(",")}`, `--chrome-flags=${flags}`],
    ],
    {
      env: { ...process.env, ...env, CHROME_PATH: executablePath },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return reportSchema.parse(JSON.parse(stdout));
}

/** What took most of a page's score, as Lighthouse names it. */
function tellFaults({ audits }: z.infer<typeof reportSchema>): void {
  for (const { title, score, displayValue = "" } of Object.values(audits)) {
    if (score !== null && score < 0.9)
      console.log(`  ${title}: ${score} ${displayValue}`);
  }
}
