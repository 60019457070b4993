import type { Viewer } from "../contract/purposeState.ts";
import type { Transport } from "../contract/transport.ts";
import { type CrashReport, nilUuid, type ServerStatistics } from "../policy/index.ts";

/** The people of stories and tests: two who may decide, and one who may look. */
export const people = {
  admin: { id: "admin", name: "Admin", mayDecide: true },
  admin2: { id: "admin2", name: "Admin 2", mayDecide: true },
  auditor: { id: "auditor", name: "Auditor", mayDecide: false },
} as const satisfies Record<string, Viewer>;

/** The statistics of a small web server, before a pseudonym was made. */
export const statistics: ServerStatistics = {
  id: nilUuid,
  distribution: { name: "Debian GNU/Linux", version: "12" },
  version: "2.18.2",
  services: [
    { name: "dovecot", version: "2.3.19.1" },
    { name: "mariadb", version: "10.11.11" },
    { name: "nginx", version: "1.22.1" },
    { name: "php-fpm", version: "8.2.28" },
    { name: "postfix", version: "3.7.11" },
    { name: "proftpd", version: "1.3.8" },
  ],
};

/** A crash that has not happened. */
export const crashSample: CrashReport = {
  version: "2.18.2",
  libraries: [
    { name: "libc.so.6", version: "2.36" },
    { name: "libcurl.so.4", version: "7.88.1" },
    { name: "openssl", version: "3.0.16" },
    { name: "sqlite", version: "3.40.1" },
  ],
  stackTrace: {
    process: "client",
    signal: 6,
    addresses: [
      { address: "0x8aeec", library: "libc.so.6" },
      { address: "0x3bfb2", library: "libc.so.6" },
      { address: "0x55d2a1f0" },
      { address: "0x2724a", library: "libc.so.6" },
    ],
  },
};

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
