import { createHash } from "node:crypto";
import type { PayloadKind } from "../../src/contract/index.ts";
import { type Json, serializePayload } from "../../src/payload/index.ts";
import {
  type CrashReport,
  nilUuid,
  type ServerStatistics,
} from "../../src/policy/index.ts";
import { type Schema, schemaNode } from "../../src/policy/schemaNode.ts";
import { readLibraries } from "./system/libraries.ts";
import { readOsRelease } from "./system/osRelease.ts";
import { readServices } from "./system/services.ts";

export interface Payload {
  readonly kind: PayloadKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 in `Repr-Digest` notation. */
  readonly digest: string;
}

/** A payload whose data are read, and that lacks nothing but the pseudonym. */
export type PreparedPayload = (pseudonym: string | null) => Payload;

export interface PayloadSource {
  readonly systemRoot: string;
  /** The product's version, for the reference panel its own. */
  readonly version: string;
}

type Prepare = (source: PayloadSource, schema: Schema) => Promise<PreparedPayload>;

/**
 * Reads what a purpose's payload holds. Its bytes are made apart from that, so that a
 * grant can compare them within its transaction.
 *
 * @throws {NotAvailableHere} when this machine cannot tell.
 */
export const preparePayload: Readonly<Record<string, Prepare>> = {
  "server-statistics": async ({ systemRoot, version }, schema) => {
    const [distribution, services] = await Promise.all([
      readOsRelease(systemRoot),
      readServices(systemRoot),
    ]);
    return (pseudonym) => {
      const statistics: ServerStatistics & { architecture: string } = {
        id: pseudonym ?? nilUuid,
        distribution: { ...distribution },
        version,
        services: [...services],
        architecture: architectures.find((known) => known === process.arch) ?? "other",
      };
      return buildPayload("next", encode(disclosed(statistics, schema)));
    };
  },
  "crash-reports": async ({ version }) => {
    const sample: CrashReport = {
      version,
      libraries: [...readLibraries()],
      stackTrace: {
        process: "client",
        signal: 6,
        addresses: [
          { address: "0x12ab", library: "libc.so.6" },
          { address: "0x55d2a1f0" },
        ],
      },
    };
    return () => buildPayload("sample", encode(sample));
  },
};

const architectures = ["x64", "arm64"];

/** What the policy in force discloses of the values that could be told. */
function disclosed(value: Readonly<Record<string, Json>>, schema: Schema): Json {
  const node = schemaNode(schema);
  if (node.kind !== "object")
    throw new TypeError("The schema of a payload is an object.");
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => Object.hasOwn(node.shape, key)),
  );
}

/** The bytes with what the API says of them. */
export function buildPayload(kind: PayloadKind, bytes: Uint8Array<ArrayBuffer>): Payload {
  const hash = createHash("sha256").update(bytes).digest("base64");
  return { kind, bytes, digest: `sha-256=:${hash}:` };
}

function encode(value: Json): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(serializePayload(value));
}
