import { readFile, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { startPanelProcess } from "../test/support/panelProcess.ts";
import { median } from "./bench/median.ts";

/**
 * Measures how many payloads a second the reference panel answers over HTTP, beside how many
 * states, by turns in one run, and writes the table into docs/performance.md. The payload is
 * read from the machine that this runs on.
 */
const rounds = Number(process.env.BENCH_RUNS ?? 7);
const roundMs = 1_000;
const connections = 8;
const file = join(import.meta.dirname, "../docs/performance.md");

const paths = {
  purposes: "/api/privacy/purposes",
  statistics: "/api/privacy/purposes/server-statistics/payload",
  crashes: "/api/privacy/purposes/crash-reports/payload",
};
const names = Object.keys(paths) as (keyof typeof paths)[];

const panel = await startPanelProcess();
const agent = new Agent({ keepAlive: true, maxSockets: connections });
try {
  const cookie = await signIn(panel.address);
  const rates = new Map<string, number[]>();
  // The first round warms the compiler up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const rate = await ratePerSecond(new URL(paths[name], panel.address), cookie);
      if (round > 0) rates.set(name, [...(rates.get(name) ?? []), rate]);
    }
    console.log(round === 0 ? "warmed up" : `round ${round} of ${rounds}`);
  }
  const states = median(rates.get("purposes"));
  const table = [
    "| HTTP, 8 connections | answers a second | of the state's |",
    "| --- | --: | --: |",
    ...names.map((name) => {
      const rate = median(rates.get(name));
      const path = paths[name].replace("/api/privacy", "");
      return `| \`GET ${path}\` | ${Math.round(rate).toLocaleString("en")} | ${(rate / states).toFixed(2)} |`;
    }),
  ].join("\n");
  const told = `Node ${process.versions.node}, ${cpus().length} cores, medians of ${rounds} interleaved rounds.\n\n${table}`;
  console.log(told);
  const text = await readFile(file, "utf8");
  const marked = /(<!-- payloads -->\n)[\s\S]*(\n<!-- \/payloads -->)/;
  await writeFile(
    file,
    text.replace(marked, (_, before: string, after: string) => before + told + after),
  );
} finally {
  agent.destroy();
  await panel.remove();
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/demo/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
    body: JSON.stringify({ person: "admin" }),
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function ratePerSecond(url: URL, cookie: string): Promise<number> {
  const start = performance.now();
  let answered = 0;
  const oneAfterTheOther = async () => {
    while (performance.now() - start < roundMs) {
      await get(url, cookie);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, oneAfterTheOther));
  return (answered * 1_000) / (performance.now() - start);
}

function get(url: URL, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { Cookie: cookie } }, (answer) => {
      if (answer.statusCode !== 200)
        reject(new Error(`${url.pathname}: ${answer.statusCode}`));
      answer.on("end", resolve).on("error", reject).resume();
    });
    asked.on("error", reject).end();
  });
}
