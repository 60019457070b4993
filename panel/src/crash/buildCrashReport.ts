import { constants } from "node:os";
import * as z from "zod/mini";
import { type CrashReport, crashReport } from "../../../src/policy/index.ts";
import { parseNativeTrace } from "./parseNativeTrace.ts";
import { readMaps } from "./readMaps.ts";
import { relativeAddresses } from "./relativeAddresses.ts";

/** What is left of a process that a signal ended. */
export interface Crash {
  readonly process: "server" | "client";
  readonly signal: NodeJS.Signals;
  /** What it wrote to its standard error. */
  readonly trace: string;
  /** Its `/proc/{pid}/maps` while it lived; none where the system has no such file. */
  readonly maps: string | undefined;
}

interface Product {
  readonly version: string;
  readonly libraries: CrashReport["libraries"];
}

/**
 * Makes the report of a crash, with nothing in it but what the policy discloses (facts
 * C3–C6). A signal that leaves no trace leaves an empty list.
 */
export function buildCrashReport(
  { version, libraries }: Product,
  { process, signal, trace, maps }: Crash,
): CrashReport {
  return z.parse(crashReport, {
    version,
    libraries,
    stackTrace: {
      process,
      signal: constants.signals[signal],
      addresses: relativeAddresses(
        parseNativeTrace(trace),
        maps === undefined ? undefined : readMaps(maps),
      ),
    },
  });
}
