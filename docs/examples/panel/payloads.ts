import { readFile } from "node:fs/promises";
import { NotAvailableHere, type Payloads } from "klartext/panel";
import { type CrashReport, nilUuid, type ServerStatistics } from "klartext/policy";

const version = "1.0.0";

/** What this server would tell. The nil UUID stands where the pseudonym goes. */
export const payloads: Payloads = {
  read: async (purpose) => (purpose === "crash-reports" ? sample : await statistics()),
};

/** A crash that has not happened: the same each time. */
const sample: CrashReport = {
  version,
  libraries: [{ name: "node", version: process.versions.node }],
  stackTrace: { process: "server", signal: 6, addresses: [{ address: "0x55d2a1f0" }] },
};

async function statistics(): Promise<ServerStatistics> {
  const release = await readFile("/etc/os-release", "utf8").catch(() => "");
  const told = (key: string) => new RegExp(`^${key}="?([^"\n]+)`, "m").exec(release)?.[1];
  const name = told("NAME");
  if (name === undefined) throw new NotAvailableHere("There is no /etc/os-release here.");
  const distribution = { name, version: told("VERSION_ID") ?? null };
  const services = [{ name: "node", version: process.versions.node }];
  return { id: nilUuid, distribution, version, services };
}
