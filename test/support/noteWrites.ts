// Notes when a report is handed to the operating system: once just before, and once when it
// has been. Import it before anything that sends. With STOP_CHANCE the process is stopped now
// and then between the last check of a sender and that moment.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import type { ClientRequest } from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import { createRandom } from "./random.ts";

/** A line of the file MOMENTS. */
export interface Noted {
  readonly what: "stops" | "writes" | "has written";
  /** Of a clock that is the same for all processes, in nanoseconds. */
  readonly moment: string;
  readonly body: string;
  /** Of the process. */
  readonly pid: number;
}

const {
  MOMENTS = "",
  STOP_CHANCE = "0",
  SEED = "0",
  SEND_LIMIT_MS = "300",
} = process.env;
/** Longer than a send may take. */
const stopSeconds = (3 * Number(SEND_LIMIT_MS)) / 1_000;
const random = createRandom(Number(SEED));
const request: (url: URL, options: https.RequestOptions) => ClientRequest = https.request;

https.request = ((url: URL, options: https.RequestOptions) => {
  const outgoing = request(url, options);
  if (MOMENTS === "" || url.pathname.endsWith("/erasures")) return outgoing;
  const { end } = outgoing;
  outgoing.end = ((body: Uint8Array) => {
    const text = new TextDecoder().decode(body);
    if (random.next() < Number(STOP_CHANCE)) stop(text);
    note("writes", text);
    const ended = Reflect.apply(end, outgoing, [body]);
    // The request writes all of it when it is given its socket, which comes before this.
    process.nextTick(note, "has written", text);
    return ended;
  }) as typeof outgoing.end;
  return outgoing;
}) as typeof https.request;
syncBuiltinESMExports();

function stop(body: string): void {
  const awake = spawn("sh", ["-c", `sleep ${stopSeconds}; kill -CONT ${process.pid}`], {
    ...{ detached: true, stdio: "ignore" },
  });
  awake.unref();
  note("stops", body);
  process.kill(process.pid, "SIGSTOP");
}

function note(what: Noted["what"], body: string): void {
  const { pid } = process;
  const noted: Noted = { what, moment: String(process.hrtime.bigint()), body, pid };
  appendFileSync(MOMENTS, `${JSON.stringify(noted)}\n`);
}
