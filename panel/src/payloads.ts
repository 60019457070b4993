import { NotAvailableHere, type Payloads } from "../../src/panel/index.ts";
import type { Json } from "../../src/payload/index.ts";
import {
  type CrashReport,
  consentActivities,
  nilUuid,
  type Policy,
  type ServerStatistics,
} from "../../src/policy/index.ts";
import { type Schema, schemaNode } from "../../src/policy/schemaNode.ts";
import { shareReading } from "./shareReading.ts";
import { readLibraries } from "./system/libraries.ts";
import { readMachineId } from "./system/machineId.ts";
import { readOsRelease } from "./system/osRelease.ts";
import { readServices } from "./system/services.ts";

export interface PayloadSource {
  readonly systemRoot: string;
  /** The product's version, for the reference panel its own. */
  readonly version: string;
}

/** The data of this machine, as far as the policy in force discloses them. */
export function createPayloads(policy: Policy, source: PayloadSource): Payloads {
  const read: Readonly<Record<string, () => Promise<Readonly<Record<string, Json>>>>> = {
    "server-statistics": shareReading(() => readStatistics(source)),
    "crash-reports": async () => sampleCrash(source),
  };
  const activities = consentActivities(policy);
  return {
    machine: () => readMachineId(source.systemRoot),
    read: async (purpose) => {
      const activity = activities.find(({ id }) => id === purpose);
      const readValue = read[purpose];
      if (!activity || !readValue) {
        throw new NotAvailableHere(`This panel has no data for "${purpose}".`);
      }
      return disclosed(await readValue(), activity.schema);
    },
  };
}

async function readStatistics({ systemRoot, version }: PayloadSource) {
  const [distribution, services] = await Promise.all([
    readOsRelease(systemRoot),
    readServices(systemRoot),
  ]);
  const architecture = architectures.find((known) => known === process.arch) ?? "other";
  const statistics: ServerStatistics & { architecture: string } = {
    id: nilUuid,
    distribution: { ...distribution },
    version,
    services: [...services],
    architecture,
  };
  return statistics;
}

const architectures = ["x64", "arm64"];

function sampleCrash({ version }: PayloadSource): CrashReport {
  return {
    version,
    libraries: [...readLibraries()],
    stackTrace: {
      process: "client",
      signal: 6,
      addresses: [{ address: "0x12ab", library: "libc.so.6" }, { address: "0x55d2a1f0" }],
    },
  };
}

function disclosed(value: Readonly<Record<string, Json>>, schema: Schema): Json {
  const node = schemaNode(schema);
  if (node.kind !== "object")
    throw new TypeError("The schema of a payload is an object.");
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => Object.hasOwn(node.shape, key)),
  );
}
