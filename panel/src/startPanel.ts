import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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
import { createSessions } from "./sessions.ts";

export interface Panel {
  /** Where the page lies, such as `http://127.0.0.1:4173`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Starts a panel on 127.0.0.1 and resolves once it answers. */
export async function startPanel(config: Config, policy: Policy): Promise<Panel> {
  const store = openStore(config.dataFolder);
  const contract = createContract(policy);
  const decisionLog = createDecisionLog(store);
  const decisions = createDecisions(
    store,
    decisionLog,
    contract.purposeIds,
    () => new Date(),
  );
  decisions.revise(policy);

  let port = config.port;
  const app = createApp({
    contract,
    decisions,
    decisionLog,
    sessions: createSessions(store),
    policyTexts: await keepPolicyTexts(store, policy),
    source: { systemRoot: config.systemRoot, version: await readVersion() },
    lock: config.lock,
    origins: () => [
      `http://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      ...(config.origin ? [config.origin] : []),
    ],
    pageFolder: fileURLToPath(new URL("../dist", import.meta.url)),
    report: (error) => console.error(error),
  });

  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, "127.0.0.1", resolve);
  });
  port = (server.address() as AddressInfo).port;

  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
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
