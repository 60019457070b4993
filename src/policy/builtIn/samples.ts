import type { CrashReport } from "./crashReport.ts";
import type { ServerStatistics } from "./serverStatistics.ts";

/** A crash that did not happen. */
export const crashReportSample: CrashReport = {
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

/** The statistics of a server that does not exist. */
export const serverStatisticsSample: ServerStatistics = {
  id: "8c0f6c1e-52d4-4b7a-9e31-0d6a5b84c2f7",
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
