// A panel in a process of its own over PostgreSQL, for a test that runs several. Everybody is
// its administrator. `POST /queue?purpose=…&name=…` queues a report that holds that name, and
// every answer says when it was given.
import "./noteWrites.ts";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Lock } from "../../src/contract/purposeState.ts";
import { createPanel } from "../../src/panel/index.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { createNodeListener, createSender } from "../../src/sending/index.ts";
import { openPostgresStore } from "../../src/stores/postgres/index.ts";
import { describeServer, reportOf } from "./namedReports.ts";

process.once("disconnect", () => process.exit());
const {
  POSTGRES_URL = "",
  KLARTEXT_VENDOR_URL = "",
  KLARTEXT_VENDOR_CA = "",
  KLARTEXT_POLICY_REVISION = "2025-07-24",
  SEND_LIMIT_MS = "300",
  LOOK_MS = "300",
  DO_NOT_TRACK,
} = process.env;

const policy = policyInForce(KLARTEXT_POLICY_REVISION);
const store = await openPostgresStore({
  url: POSTGRES_URL,
  sendLimitMs: Number(SEND_LIMIT_MS),
});
const lock: Lock | null = DO_NOT_TRACK === "1" ? "do-not-track" : null;
const payloads = {
  read: (purpose: string) => describeServer(purpose, KLARTEXT_POLICY_REVISION),
};
const facts = { policy, store, lock, payloads };
const failures: string[] = [];
const report = (error: unknown) => void failures.push(String(error));
const sender = createSender({
  ...{ ...facts, report, lookMs: Number(LOOK_MS) },
  vendor: { url: KLARTEXT_VENDOR_URL, ca: readFileSync(KLARTEXT_VENDOR_CA, "utf8") },
});
let address = "";
const panel = createPanel({
  ...{ ...facts, sender, report },
  origins: () => [address],
  viewer: () => ({ id: "admin", name: "Admin", mayDecide: true }),
});

const queue = async (request: IncomingMessage): Promise<string> => {
  const { searchParams } = new URL(request.url ?? "", address);
  const purpose = searchParams.get("purpose") ?? "";
  const name = searchParams.get("name") ?? "";
  return panel.enqueueReport(purpose, reportOf(purpose, name, KLARTEXT_POLICY_REVISION));
};
const listener = createNodeListener(
  {
    handle: async (request) => {
      const answer = await panel.handle(request);
      answer.headers.set("X-Moment", String(process.hrtime.bigint()));
      return answer;
    },
  },
  { report },
);
const server = createServer((request, response) => {
  if (request.url?.startsWith("/failures")) {
    response.end(JSON.stringify(failures));
    return;
  }
  if (!request.url?.startsWith("/queue")) return void listener(request, response);
  queue(request).then(
    (queued) => response.end(queued),
    (error: unknown) => response.writeHead(503).end(String(error)),
  );
});
server.listen(0, "127.0.0.1", async () => {
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await panel.ready;
  sender.start();
  process.send?.({ address, pid: process.pid });
});
