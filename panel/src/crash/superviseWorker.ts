import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Crash } from "./buildCrashReport.ts";

/** The most of its standard error that is held, in characters. */
const maxTraceLength = 64 * 1024;

/** With these a process is asked to end; that is no crash. */
const requests: readonly (string | null)[] = ["SIGINT", "SIGTERM", "SIGHUP"];

export interface Ready {
  readonly pid: number;
  readonly maps?: string;
}

export interface SupervisionOptions {
  /** Told of an end by a signal; an exception, which ends with a code, is none. */
  readonly onCrash: (crash: Crash) => void | Promise<void>;
  /** Where an error of `onCrash` goes. */
  readonly report?: (error: unknown) => void;
  /** The worker's module. @default the client worker */
  readonly worker?: string;
  /** How long to wait with a new one if the last was never ready. @default 1000 */
  readonly retryMs?: number;
}

export interface Supervision {
  /** The process that runs now or next, once it is ready. */
  readonly ready: () => Promise<Ready>;
  /** Makes it crash, for the demonstration. */
  readonly abort: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Runs the worker and starts it anew whenever it ends. It has no environment and no
 * arguments; what it prints goes into a pipe that is read for the trace alone and
 * never into a log. Its maps are read when it is ready: they go with the process.
 */
export function superviseWorker({
  onCrash,
  report = console.error,
  worker = fileURLToPath(new URL("./clientWorker.ts", import.meta.url)),
  retryMs = 1000,
}: SupervisionOptions): Supervision {
  let child: ChildProcess;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  let ready = Promise.withResolvers<Ready>();

  const start = () => {
    let trace = "";
    let maps: string | undefined;
    let wasReady = false;
    child = spawn(process.execPath, [worker], {
      env: {},
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const { pid = 0 } = child;
    child.on("error", () => undefined);
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      trace = (trace + text).slice(-maxTraceLength);
    });
    child.on("message", (message) => {
      if (message !== "ready") return;
      wasReady = true;
      maps = readProcessMaps(pid);
      ready.resolve({ pid, ...(maps === undefined ? {} : { maps }) });
    });
    child.once("close", (_code, signal) => {
      if (closing) return;
      if (wasReady) ready = Promise.withResolvers<Ready>();
      if (signal !== null && !requests.includes(signal)) {
        const crash: Crash = { process: "client", signal, trace, maps };
        void (async () => onCrash(crash))().catch(report);
      }
      timer = setTimeout(start, wasReady ? 0 : retryMs);
    });
  };
  start();

  return {
    ready: () => ready.promise,
    abort: async () => {
      await ready.promise;
      child.send("abort");
    },
    close: async () => {
      closing = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "close");
    },
  };
}

function readProcessMaps(pid: number): string | undefined {
  const file = `/proc/${pid}/maps`;
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
