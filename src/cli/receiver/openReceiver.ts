import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Receiving } from "../readReceiverOptions.ts";
import { shellLine } from "../shellLine.ts";
import { type Terminal, UsageError } from "../terminal.ts";
import { makeReceiverIdentities } from "./receiverIdentities.ts";
import { runShell } from "./runShell.ts";
import { type Receiver, startReceiver } from "./startReceiver.ts";

/** The receiver, with the commands that make a panel send to it. */
interface OpenReceiving {
  readonly receiver: Receiver;
  readonly tick: (() => Promise<void>) | undefined;
  readonly crash: (() => Promise<void>) | undefined;
  /** What a panel is started with, a line each. */
  readonly env: readonly string[];
  readonly close: () => Promise<void>;
}

/** @throws {UsageError} when the folder or the port cannot be used. */
export async function openReceiver(
  { host, port, folder, tick, crash }: Receiving,
  { signal }: Pick<Terminal, "signal">,
): Promise<OpenReceiving> {
  const used =
    folder === undefined
      ? await mkdtemp(join(tmpdir(), "klartext-receiver-"))
      : resolve(folder);
  const forget = async () => {
    if (folder === undefined) await rm(used, { recursive: true, force: true });
  };
  try {
    const identities = await makeReceiverIdentities(used, host);
    const receiver = await startReceiver({ identities, host, port });
    const env = {
      KLARTEXT_VENDOR_URL: receiver.url,
      KLARTEXT_VENDOR_CA: receiver.caFile,
    };
    const closing = new AbortController();
    const ending = AbortSignal.any([signal, closing.signal]);
    const run = (command: string | undefined) =>
      command === undefined
        ? undefined
        : () => runShell(command, { env, signal: ending });
    return {
      ...{ receiver, tick: run(tick), crash: run(crash) },
      env: Object.entries(env).map(([name, value]) => `${name}=${shellLine([value])}`),
      close: async () => {
        closing.abort();
        await receiver.close();
        await forget();
      },
    };
  } catch (error) {
    await forget();
    if (!(error instanceof Error) || error instanceof UsageError) throw error;
    throw new UsageError(`Nothing can be received at ${host}:${port}: ${error.message}.`);
  }
}
