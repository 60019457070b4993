import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContract } from "../../src/contract/index.ts";
import type { Policy } from "../../src/policy/index.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { openStore } from "./database.ts";
import { createDecisionLog } from "./decisionLog.ts";
import { createDecisions } from "./decisions.ts";
import { listen } from "./listen.ts";
import { keepPolicyTexts } from "./policyTexts.ts";
import { prepareReport } from "./prepareReport.ts";
import { createSender, type SenderOptions } from "./sending/sender.ts";
import { createSessions } from "./sessions.ts";
import { superviseCrashes } from "./superviseCrashes.ts";
import { startVendor } from "./vendor/startVendor.ts";

export interface Panel {
  /** Where the page lies, such as `http://127.0.0.1:4173`. */
  readonly address: string;
  /** Sends all that is due and resolves when every attempt has ended. */
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a test replaces: the clock, chance, and the process `client`. */
export interface PanelSurroundings
  extends Pick<SenderOptions, "now" | "random" | "setTimer"> {
  /** Whether the process `client` runs. @default true */
  readonly runsClient?: boolean;
}

/**
 * Starts a panel on 127.0.0.1 and resolves once it answers. The port comes first: without
 * it nothing is written. What was opened is closed again if the start fails.
 */
export async function startPanel(
  config: Config,
  policy: Policy,
  surroundings: PanelSurroundings = {},
): Promise<Panel> {
  const server = await listen(config.port);
  const opened: Closer[] = [server.close];
  const close = async () => {
    for (const closeOne of opened.splice(0)) await closeOne();
  };
  try {
    const open = (closer: Closer) => void opened.splice(1, 0, closer);
    const { app, sender } = await openPanel(
      config,
      policy,
      server.port,
      open,
      surroundings,
    );
    server.serve(app.fetch);
    sender.start();
    return { address: `http://127.0.0.1:${server.port}`, tick: sender.tick, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Closer = () => void | Promise<void>;

/** @param open Called with what closes each part, in the order in which they open. */
async function openPanel(
  config: Config,
  policy: Policy,
  port: number,
  open: (closer: Closer) => void,
  { runsClient = true, now = () => new Date(), ...outside }: PanelSurroundings,
) {
  const report = (error: unknown) => console.error(error);
  const store = openStore(config.dataFolder);
  open(() => void store.close());
  const contract = createContract(policy);
  const source = { systemRoot: config.systemRoot, version: await readVersion() };
  const policyTexts = await keepPolicyTexts(store, policy);
  const vendor = await openVendor(config, policy, now);
  open(vendor.close);

  const decisionLog = createDecisionLog(store);
  const decisions = createDecisions(store, decisionLog, contract.purposeIds, now, {
    granted: (purpose) => sender.granted(purpose),
    stopped: (purpose) => sender.stopped(purpose),
    withdrawn: (purpose, pseudonym) => sender.withdrawn(purpose, pseudonym),
  });
  decisions.revise(policy);

  const sender = createSender({
    store,
    policy,
    vendor,
    now,
    ...outside,
    report,
    prepare: prepareReport(contract, source),
    standing: (purpose) => {
      const { decision, pseudonym } = decisions.read(purpose);
      const allowed = config.lock === null ? "allowed" : "locked";
      return { sending: decision.status === "granted" ? allowed : "stopped", pseudonym };
    },
    onErased: (pseudonym, purpose) =>
      decisionLog.confirmDeletion(purpose, pseudonym, now().toISOString()),
  });
  open(sender.close);
  const client = runsClient ? superviseCrashes(sender, source, report) : undefined;

  if (client) open(client.close);

  const app = createApp({
    contract,
    decisions,
    decisionLog,
    sender,
    sessions: createSessions(store),
    policyTexts,
    source,
    lock: config.lock,
    origins: () => [
      `http://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      ...(config.origin ? [config.origin] : []),
    ],
    pageFolder: fileURLToPath(new URL("../dist", import.meta.url)),
    crash: client?.abort,
    report: (instance, error) => console.error(instance, error),
  });
  return { app, sender };
}

/** The vendor that the configuration names, or one that comes with the panel. */
async function openVendor(
  { vendor, dataFolder }: Config,
  policy: Policy,
  now: () => Date,
) {
  if (vendor) return { ...vendor, close: async () => {} };
  const folder = join(dataFolder, "vendor");
  const { url, caPem, close } = await startVendor({ folder, port: 0, policy, now });
  return { url, ca: caPem, close };
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
