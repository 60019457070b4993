import { explainPayload, type Place } from "../../src/payload/explainPayload.ts";
import type { Json } from "../../src/payload/serializePayload.ts";
import {
  type CrashReport,
  crashReport,
  type ServerStatistics,
  serverStatistics,
} from "../../src/policy/index.ts";

export const crash: CrashReport = {
  version: "0.1.0",
  libraries: [{ name: "openssl", version: "3.5.1" }],
  stackTrace: {
    process: "client",
    signal: 6,
    addresses: [{ address: "0x12ab", library: "libc.so.6" }, { address: "0x55d2a1f0" }],
  },
};

export const statistics: ServerStatistics = {
  id: "8c0f6c1e-3f52-4f6e-9d0a-2b1c3d4e5f60",
  distribution: { name: "Debian GNU/Linux", version: "12" },
  version: "0.1.0",
  services: [{ name: "nginx", version: "1.22.1" }],
};

/** Places, a line each: status, path, and the item that discloses it. */
export function lines(places: readonly Place[]): readonly string[] {
  return places.map(({ path, status, item }) =>
    [status, path.join("."), ...(item ? [item] : [])].join(" "),
  );
}

export function explainCrash(value: unknown) {
  return lines(explainPayload(crashReport, value as Json));
}

export function explainStatistics(value: unknown) {
  return lines(explainPayload(serverStatistics, value as Json));
}
