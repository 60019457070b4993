import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { runCommand } from "../src/cli/runCommand.ts";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { consentTo, writeConsentFile } from "../test/support/consentFiles.ts";
import { median } from "./bench/median.ts";

/**
 * Measures how long it takes to give a hundred panels one consent file, beside the bare
 * requests by curl, by turns in one run, and writes the table into docs/performance.md. The
 * command is the built one.
 */
const rounds = Number(process.env.BENCH_RUNS ?? 3);
const atATime = 8;
const file = join(import.meta.dirname, "../docs/performance.md");
const command = join(import.meta.dirname, "../dist/cli/klartext.mjs");
const folder = await mkdtemp(join(tmpdir(), "klartext-bench-"));
const token = join(folder, "token");
await writeFile(token, "0123456789abcdef\n");
const consent = consentTo(policyInForce("bare"));
const wanted = await writeConsentFile(folder, { "server-statistics": consent });
const api = (url: string) => `${url}/api/privacy`;

const ways: Readonly<Record<string, (urls: readonly string[]) => Promise<unknown>>> = {
  "`klartext apply`, a process each": (urls) =>
    each(urls, (url) =>
      run(process.execPath, [
        ...[command, "apply", wanted, api(url), "--token-file", token],
      ]),
    ),
  "`klartext apply`, in one process": (urls) => each(urls, applyHere),
  "`curl`: sign in and PUT": (urls) => each(urls, putByCurl),
};

try {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, apply] of Object.entries(ways)) {
      const fleet = await startFleet();
      const start = performance.now();
      await apply(fleet.urls);
      note(name, performance.now() - start);
      await fleet.stop();
    }
    console.log(`round ${round + 1} of ${rounds}`);
  }
  const rows = Object.keys(ways).map((name) => {
    const middle = median(times.get(name));
    return `| ${name} | ${(middle / 1000).toFixed(1)} | ${Math.round(middle / 100)} |`;
  });
  const table = ["| way | seconds | ms a panel |", "| --- | --: | --: |", ...rows].join(
    "\n",
  );
  console.log(table);
  const marked = /(<!-- fleet -->\n)[\s\S]*?(<!-- \/fleet -->)/;
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace(marked, (_, a, b) => `${a}${table}\n${b}`),
  );

  function note(name: string, ms: number): void {
    times.set(name, [...(times.get(name) ?? []), ms]);
  }
} finally {
  await rm(folder, { recursive: true });
}

/** A fresh hundred, for what was decided once is not decided again. */
async function startFleet() {
  const child = spawn(process.execPath, ["test/support/runFleet.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  return {
    urls: JSON.parse(line) as readonly string[],
    stop: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}

async function each(
  urls: readonly string[],
  act: (url: string) => Promise<unknown>,
): Promise<void> {
  const waiting = [...urls];
  const work = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) await act(url);
  };
  await Promise.all(Array.from({ length: atATime }, work));
}

async function applyHere(url: string): Promise<void> {
  const status = await runCommand(["apply", wanted, api(url), "--token-file", token], {
    ...{ print: () => {}, write: () => {}, tell: console.error, confirm: undefined },
    ...{ signal: new AbortController().signal, env: {}, screen: undefined },
  });
  if (status !== 0) throw new Error(`${url} ended with ${status}.`);
}

async function putByCurl(url: string): Promise<void> {
  const jar = join(folder, new URL(url).port);
  await run("curl", ["-sf", "-X", "POST", "-c", jar, `${url}/session`]);
  await run("curl", [
    ...["-sf", "-X", "PUT", "-b", jar, "-H", `Origin: ${url}`, "-H", 'If-Match: "0"'],
    ...["-H", "Content-Type: application/json"],
    ...["-d", JSON.stringify({ ...consent, seen: "kinds" })],
    `${api(url)}/purposes/server-statistics/decision`,
  ]);
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}.`);
}
