import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createPanel, type Panel } from "../../src/panel/index.ts";
import type { Policy } from "../../src/policy/index.ts";
import { createSender, type SenderOptions } from "../../src/sending/index.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { createFindViewer } from "./findViewer.ts";
import { listen } from "./listen.ts";
import { openStore } from "./openStore.ts";
import { openVendor } from "./openVendor.ts";
import { createPayloads } from "./payloads.ts";
import { createSessions } from "./sessions.ts";
import { createSignedSessions } from "./signedSessions.ts";
import { superviseCrashes } from "./superviseCrashes.ts";
import { keepToken } from "./tokenFile.ts";

export interface RunningPanel {
  /** Where the page lies, such as `http://127.0.0.1:4173`. */
  readonly address: string;
  /** Sends all that is due and resolves when every attempt has ended. */
  readonly tick: () => Promise<void>;
  /** Queues the report of an event, if that was agreed to. */
  readonly enqueueReport: Panel["enqueueReport"];
  readonly close: () => Promise<void>;
}

/** What a test replaces: the clock, chance, and the process `client`. */
interface Environment
  extends Pick<SenderOptions, "random" | "setTimer" | "lookMs" | "report"> {
  readonly now?: () => Date;
  /** Whether the process `client` runs. @default true */
  readonly runsClient?: boolean;
}

/**
 * Starts a panel on 127.0.0.1 and resolves once it answers. The port comes first, then the
 * folder's lock: without both nothing is written. What was opened is closed again if the
 * start fails.
 */
export async function startPanel(
  config: Config,
  policy: Policy,
  environment: Environment = {},
): Promise<RunningPanel> {
  const { report = (error: unknown) => console.error(error) } = environment;
  const server = await listen(config.port, report);
  const opened: (() => void | Promise<void>)[] = [];
  const close = async () => {
    await server.close();
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    const { fetch, sender, panel } = await openPanel(config, policy, server.port, {
      ...{ ...environment, report },
      onOpen: (closeOne) => opened.push(closeOne),
    });
    server.serve(fetch);
    sender.start();
    const address = `http://127.0.0.1:${server.port}`;
    return { address, tick: sender.tick, enqueueReport: panel.enqueueReport, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPanel(
  config: Config,
  policy: Policy,
  port: number,
  {
    report,
    onOpen,
    runsClient = true,
    now,
    ...chance
  }: Environment &
    Required<Pick<Environment, "report">> & {
      /** Called with what closes each part, in the order in which they open. */
      readonly onOpen: (close: () => void | Promise<void>) => void;
    },
) {
  const { dataFolder, databaseUrl, systemRoot, lock, origin, proxy, allowUnseen } =
    config;
  const clock = now ?? (() => new Date());
  const store = await openStore(config, now);
  onOpen(store.close);
  const vendor = await openVendor(config, policy, clock);
  onOpen(vendor.close);
  const source = { systemRoot, version: await readVersion() };
  const payloads = createPayloads(policy, source);
  const sender = createSender({
    ...{ policy, store, payloads, lock, vendor, proxy, report },
    ...chance,
  });
  onOpen(sender.close);
  const sessions = databaseUrl
    ? createSignedSessions(databaseUrl)
    : createSessions(dataFolder);
  const token = config.token ?? (databaseUrl ? undefined : keepToken(dataFolder));
  const viewer = createFindViewer(sessions, token);
  const origins = [
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    ...(origin ? [origin] : []),
  ];
  const panel = createPanel({
    ...{ policy, store, payloads, sender, lock, origins, allowUnseen },
    viewer: ({ headers }) => viewer(headers),
    report: (error, instance) => console.error(instance, error),
  });
  await panel.ready;
  const client = runsClient ? superviseCrashes(panel, source, report) : undefined;
  if (client) onOpen(client.close);
  const app = createApp({
    ...{ panel, policy, sessions, viewer, origins },
    pageFolder: fileURLToPath(new URL("../dist", import.meta.url)),
    crash: client?.abort,
    report: (error, instance) => console.error(instance, error),
  });
  return { fetch: (request: Request) => app.fetch(request), sender, panel };
}

async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(new URL("../package.json", import.meta.url), "utf8"),
  );
  const version: unknown =
    typeof manifest === "object" && manifest !== null && Reflect.get(manifest, "version");
  if (typeof version !== "string") throw new Error("panel/package.json has no version.");
  return version;
}
