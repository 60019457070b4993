import type { Viewer } from "../contract/purposeState.ts";
import type { Transport } from "../contract/transport.ts";
import { crashReportSample, serverStatisticsSample } from "../policy/builtIn/samples.ts";
import { type CrashReport, nilUuid, type ServerStatistics } from "../policy/index.ts";

/** The people of stories and tests: two who may decide, and one who may look. */
export const people = {
  admin: { id: "admin", name: "Admin", mayDecide: true },
  admin2: { id: "admin2", name: "Admin 2", mayDecide: true },
  auditor: { id: "auditor", name: "Auditor", mayDecide: false },
} as const satisfies Record<string, Viewer>;

/** The statistics of a small web server, before a pseudonym was made. */
export const statistics: ServerStatistics = { ...serverStatisticsSample, id: nilUuid };

/** A crash that has not happened. */
export const crashSample: CrashReport = crashReportSample;

/** Where a panel that can send would send the statistics. */
export const transport: Transport = {
  method: "POST",
  url: "https://telemetry.example/v1/server-statistics",
  headers: { "Content-Type": "application/json" },
  caFingerprints: [
    "3F:A2:91:0C:7D:55:E8:1B:46:D9:02:BE:74:AF:63:18:C5:2E:90:DB:07:6A:F4:39:8C:E1:5B:A0:27:D6:4F:93",
  ],
  lastAttempt: null,
};

/** Where a panel that can send would send the reports of a purpose, each to its own address. */
export function transportOf(purpose: string): Transport {
  return { ...transport, url: `https://telemetry.example/v1/${purpose}` };
}
