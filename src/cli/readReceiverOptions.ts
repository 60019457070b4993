import { readSeconds } from "./readSeconds.ts";
import { UsageError } from "./terminal.ts";

/** How the command receives what a panel sends. Times are in milliseconds. */
export interface Receiving {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Where authority and key are kept; undefined for a folder that is removed again. */
  readonly folder: string | undefined;
  /** How long a panel is waited for that sends here. */
  readonly waitMs: number;
  /** How long a request is waited for that has to come. */
  readonly limitMs: number;
  /** Has the panel do what is due. */
  readonly tick: string | undefined;
  /** Makes happen what an activity by events reports. */
  readonly crash: string | undefined;
}

type Given = Readonly<
  Partial<
    Record<`receive-${"host" | "port" | "folder" | "wait" | "limit"}`, string> &
      Record<"tick" | "crash", string> & { receive: boolean }
  >
>;

/** @throws {UsageError} naming what cannot be used, or what is missing beside it. */
export function readReceiverOptions(
  values: Given,
  write: boolean,
): Receiving | undefined {
  const names = ["host", "port", "folder", "wait", "limit"] as const;
  const given = [
    ...names.map((name) => `receive-${name}` as const),
    "tick" as const,
    "crash" as const,
  ].find((name) => values[name] !== undefined);
  if (!values.receive) {
    if (given) throw new UsageError(`--${given} belongs to --receive.`);
    return undefined;
  }
  if (!write) {
    throw new UsageError("--receive needs --write: nothing is sent without consent.");
  }
  return {
    host: values["receive-host"] ?? "127.0.0.1",
    port: readPort(values["receive-port"] ?? "0"),
    folder: values["receive-folder"],
    waitMs: readSeconds("receive-wait", values["receive-wait"] ?? "120"),
    limitMs: readSeconds("receive-limit", values["receive-limit"] ?? "60"),
    tick: values.tick,
    crash: values.crash,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new UsageError(
    `--receive-port takes a port, such as 4999; it cannot be "${text}".`,
  );
}
