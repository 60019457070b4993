import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createContract } from "../../src/contract/index.ts";
import type { Policy } from "../../src/policy/index.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { openStore } from "./database.ts";
import { createDecisionLog } from "./decisionLog.ts";
import { createDecisions } from "./decisions.ts";
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

/** Starts a panel on 127.0.0.1 and resolves once it answers. */
export async function startPanel(
  config: Config,
  policy: Policy,
  { runsClient = true, now = () => new Date(), ...outside }: PanelSurroundings = {},
): Promise<Panel> {
  const report = (error: unknown) => console.error(error);
  const store = openStore(config.dataFolder);
  const contract = createContract(policy);
  const source = { systemRoot: config.systemRoot, version: await readVersion() };
  const policyTexts = await keepPolicyTexts(store, policy);
  const vendor = await openVendor(config, policy, now);

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
  const client = runsClient ? superviseCrashes(sender, source, report) : undefined;

  let port = config.port;
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

  /** What is still being answered; it needs the store. */
  const running = new Set<Promise<unknown>>();
  const listener = getRequestListener((request, env) => {
    const answer = Promise.resolve(app.fetch(request, env));
    running.add(answer);
    void answer.finally(() => running.delete(answer));
    return answer;
  });
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, "127.0.0.1", resolve);
  });
  port = (server.address() as AddressInfo).port;
  sender.start();

  return {
    address: `http://127.0.0.1:${port}`,
    tick: sender.tick,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await Promise.allSettled(running);
      await client?.close();
      await sender.close();
      store.close();
      await vendor.close();
    },
  };
}

/** The vendor that the configuration names, or one that comes with the panel. */
async function openVendor(
  { vendor, dataFolder }: Config,
  policy: Policy,
  now: () => Date,
) {
  if (vendor) {
    const ca = await readFile(vendor.caFile, "utf8");
    return { url: vendor.url, ca, close: async () => {} };
  }
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
