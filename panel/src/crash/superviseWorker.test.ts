import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildCrashReport, type Crash } from "./buildCrashReport.ts";
import { readMaps } from "./readMaps.ts";
import { type SupervisionOptions, superviseWorker } from "./superviseWorker.ts";

const product = { version: "0.1.0", libraries: [] };

function supervise(options: Omit<SupervisionOptions, "onCrash"> = {}) {
  const crashes: Crash[] = [];
  let wake = () => {};
  const supervision = superviseWorker({
    ...options,
    onCrash: (crash) => {
      crashes.push(crash);
      wake();
    },
  });
  onTestFinished(supervision.close);
  return {
    ...supervision,
    crashes,
    nextCrash: () =>
      new Promise<Crash>((resolve) => {
        const known = crashes.length;
        wake = () => {
          const crash = crashes[known];
          if (crash) resolve(crash);
        };
      }),
  };
}

describe.skipIf(!existsSync("/proc/self/maps"))("superviseWorker", () => {
  test("tells of an abort, as addresses in known libraries and nothing else", async () => {
    const client = supervise();
    const { maps = "" } = await client.ready();
    const crashed = client.nextCrash();
    await client.abort();
    const crash = await crashed;
    const report = buildCrashReport(product, crash);
    const { signal, process: name, addresses } = report.stackTrace;

    expect(crash.maps).toBe(maps);
    expect([name, signal]).toEqual(["client", 6]);
    expect(addresses.length).toBeGreaterThan(0);
    expect(crash.trace).toContain("JavaScript stack trace");
    expect(JSON.stringify(report)).not.toMatch(/\/|node:|Abort|clientWorker/);

    const mapped = readMaps(maps);
    for (const { address, library } of addresses) {
      const parts = mapped.filter(({ path }) => basename(path) === library);
      const [first] = parts;
      const last = parts.filter(({ offset }) => offset > 0n).at(-1);
      expect(parts).not.toEqual([]);
      expect(first && last && first.start <= BigInt(address) + first.start).toBe(true);
      expect(
        parts.some(
          ({ start, end, executable }) =>
            first &&
            executable &&
            start <= BigInt(address) + first.start &&
            BigInt(address) + first.start < end,
        ),
      ).toBe(true);
    }
  });

  test("runs another process after a crash", async () => {
    const client = supervise();
    const { pid } = await client.ready();
    const crashed = client.nextCrash();
    await client.abort();
    await crashed;
    const next = await client.ready();

    expect(next.pid).not.toBe(pid);
  });

  test("tells of a signal that leaves no trace with an empty list", async () => {
    const client = supervise();
    const { pid } = await client.ready();
    const crashed = client.nextCrash();
    process.kill(pid, "SIGKILL");
    const report = buildCrashReport(product, await crashed);

    expect(report.stackTrace).toEqual({ process: "client", signal: 9, addresses: [] });
  });

  test("takes an exception and a polite request for no crash", async () => {
    const folder = await mkdtemp(join(tmpdir(), "klartext-worker-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const worker = join(folder, "worker.mjs");
    await writeFile(
      worker,
      'process.send("ready"); process.on("disconnect", () => process.exit());' +
        'process.on("message", () => { throw new Error("/srv/jane"); });',
    );
    const client = supervise({ worker });
    const { pid: first } = await client.ready();
    await client.abort();
    const second = await otherThan(client.ready, first);
    process.kill(second, "SIGTERM");
    await otherThan(client.ready, second);

    expect(client.crashes).toEqual([]);
  });

  test("leaves no process behind", async () => {
    const client = supervise();
    const { pid } = await client.ready();
    await client.close();

    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    expect(client.crashes).toEqual([]);
  });
});

async function otherThan(
  ready: ReturnType<typeof supervise>["ready"],
  pid: number,
): Promise<number> {
  for (;;) {
    const next = await ready();
    if (next.pid !== pid) return next.pid;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
