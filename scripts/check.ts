import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const usage = `Usage: node scripts/check.ts [part …] [--deep]

Runs every part, or those named, and counts what passed and failed.
  --deep   more cases in property tests, and the parts that take their time`;

/** When a part is run that is not named: always, with `--deep` alone, or never. */
type Unnamed = "always" | "deep" | "never";

/** A part is either a command, which passes or fails as one, or some Vitest projects. */
type Part = { name: string; unnamed?: Unnamed } & (
  | { command: readonly [string, ...string[]] }
  | { project: string }
);

const parts: readonly Part[] = [
  { name: "types", command: ["tsc", "-p", "tsconfig.json"] },
  {
    name: "lint",
    command: ["biome", "ci", "--error-on-warnings", "--colors=off", "."],
  },
  { name: "unit", project: "unit" },
  { name: "panel", project: "panel" },
  { name: "component", project: "component" },
  { name: "package", project: "package" },
  { name: "stories", project: "stories-*" },
  { name: "e2e", project: "e2e" },
  { name: "hosts", project: "hosts", unnamed: "deep" },
  { name: "site", project: "site", unnamed: "deep" },
  { name: "proxies", project: "proxies", unnamed: "never" },
  { name: "engines", project: "engines", unnamed: "never" },
  { name: "languages", project: "languages", unnamed: "never" },
  { name: "mistakes", project: "mistakes", unnamed: "never" },
];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

type Result = Counts & { name: string; seconds: number };

/** What is read of the file that Vitest's JSON reporter writes. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

const root = join(import.meta.dirname, "..");

const words = process.argv.slice(2);
const deep = words.includes("--deep");
/** How long a part may take, in minutes: those that nobody runs in passing take their time. */
const longest = ({ unnamed }: Part): number => (deep || unnamed === "never" ? 60 : 15);
const wanted = words.filter((word) => word !== "--deep");
const unknown = wanted.filter((word) => !parts.some(({ name }) => name === word));

if (unknown.length > 0) {
  console.error(`${usage}\n\nNo such part: ${unknown.join(", ")}`);
  console.error(`Parts: ${parts.map(({ name }) => name).join(", ")}`);
  process.exitCode = 2;
} else {
  const results: Result[] = [];
  for (const part of parts) {
    if (isWanted(part)) results.push(await run(part));
  }
  report(results);
}

function isWanted({ name, unnamed = "always" }: Part): boolean {
  if (wanted.length > 0) return wanted.includes(name);
  return unnamed === "always" || (unnamed === "deep" && deep);
}

async function run(part: Part): Promise<Result> {
  console.log(`\n── ${part.name}`);
  const start = performance.now();
  const counts =
    "command" in part
      ? outcome((await exitCode(part.command, longest(part))) === 0)
      : await runProject(part.project, longest(part));
  const seconds = (performance.now() - start) / 1000;
  console.log(`── ${part.name}: ${sentence(counts)} in ${seconds.toFixed(1)} s`);
  return { name: part.name, seconds, ...counts };
}

function outcome(passed: boolean): Counts {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function runProject(project: string, minutes: number): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-check-"));
  try {
    const file = join(folder, "report.json");
    const code = await exitCode(
      [
        "vitest",
        "run",
        `--project=${project}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile=${file}`,
      ],
      minutes,
    );
    const report = await readReport(file);
    if (!report) return outcome(false);
    const counts = count(report);
    const crashed = code !== 0 && counts.failed === 0;
    const empty = counts.passed + counts.failed === 0;
    return crashed || empty ? { ...counts, failed: counts.failed + 1 } : counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(file: string): Promise<VitestReport | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as VitestReport;
  } catch {
    return undefined;
  }
}

function count(report: VitestReport): Counts {
  // A file that fails outside its tests (it does not load, say) has none that failed.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs a command of node_modules/.bin, under the Node that lies there too. */
function exitCode(
  [command, ...args]: readonly [string, ...string[]],
  minutes: number,
): Promise<number> {
  const bin = join(root, "node_modules/.bin");
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    timeout: minutes * 60_000,
    killSignal: "SIGKILL",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
      ...(deep && { KLARTEXT_DEEP: "1" }),
    },
  });
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (code, signal) => {
      if (signal) console.error(`${command} was ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
}

function report(results: Result[]): void {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  console.log(`\n${row("part", "seconds", "passed", "failed", "skipped")}`);
  for (const { name, seconds, passed, failed, skipped } of results) {
    console.log(row(name, seconds.toFixed(1), passed, failed, skipped));
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  console.log(`\n${sentence(total)}`);
}

function row(name: string, ...cells: (string | number)[]): string {
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join("");
}

function sentence({ passed, failed, skipped }: Counts): string {
  const rest = skipped > 0 ? `, ${skipped} skipped` : "";
  return `${passed} passed, ${failed} failed${rest}`;
}
