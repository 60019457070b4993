import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Part } from "./parts.ts";
import { type Outcome, outcomeOf, readVitestReport } from "./vitestReport.ts";

const root = join(import.meta.dirname, "../..");

export interface RunOptions {
  readonly isDeep: boolean;
  /** Whether what it prints is seen at once, or is kept until it has ended. */
  readonly isLive: boolean;
}

export type Result = Outcome & { readonly name: string; readonly seconds: number };

/** Runs one part, and says how it ended; it never throws. */
export async function runPart(part: Part, options: RunOptions): Promise<Result> {
  const start = performance.now();
  const outcome =
    "command" in part
      ? await runCommand(part.command, part, options)
      : await runProject(part.project, part, options);
  return { name: part.name, seconds: (performance.now() - start) / 1000, ...outcome };
}

async function runCommand(
  command: readonly [string, ...string[]],
  part: Part,
  options: RunOptions,
): Promise<Outcome> {
  const isPassed = (await exitCode(command, part, options)) === 0;
  return isPassed ? { ...none, passed: 1 } : failed(part, command.join(" "));
}

async function runProject(
  project: string,
  part: Part,
  options: RunOptions,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-check-"));
  try {
    const file = join(folder, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${file}`];
    const code = await exitCode(
      ["vitest", "run", `--project=${project}`, ...reporters],
      part,
      options,
    );
    const report = await readVitestReport(file);
    if (!report) return failed(part, "Vitest wrote no report");
    const outcome = outcomeOf(report, root);
    if (outcome.failed > 0) return outcome;
    if (code === 0 && outcome.passed > 0) return outcome;
    const reason =
      code === 0 ? "no test was run" : `Vitest ended with ${code}, and no test failed`;
    const { failed: one, failures } = failed(part, reason);
    return { ...outcome, failed: one, failures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const none: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] };

function failed({ name }: Part, reason: string): Outcome {
  return { ...none, failed: 1, failures: [`${name}: ${reason}`] };
}

/** How long a part may take, in minutes: those that nobody runs in passing take their time. */
function maxMinutes({ unnamed }: Part, isDeep: boolean): number {
  return isDeep || unnamed === "never" ? 90 : 25;
}

/** Runs a command of node_modules/.bin, under the Node that lies there too. */
async function exitCode(
  [command, ...args]: readonly [string, ...string[]],
  part: Part,
  { isDeep, isLive }: RunOptions,
): Promise<number> {
  const bin = join(root, "node_modules/.bin");
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", isLive ? "inherit" : "pipe", isLive ? "inherit" : "pipe"],
    timeout: maxMinutes(part, isDeep) * 60_000,
    killSignal: "SIGKILL",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
      ...(isDeep && { KLARTEXT_DEEP: "1" }),
    },
  });
  const printed = collect(child);
  try {
    const [code, signal] = await once(child, "close");
    process.stdout.write(Buffer.concat(printed));
    if (signal) console.error(`${command} was ended by ${signal}`);
    return code ?? 1;
  } catch (error) {
    console.error(String(error));
    return 1;
  }
}

function collect({ stdout, stderr }: ChildProcess): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (const stream of [stdout, stderr])
    stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return chunks;
}
