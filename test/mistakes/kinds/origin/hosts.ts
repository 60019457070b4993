import { confuses, front, type Plant, problem, takes } from "../../faultyPanel/faults.ts";
import { all, any, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { originOf } from "./originOf.ts";

const isHostTaken = (isTaken: (host: string) => boolean): Plant =>
  takes(({ headers }) => isTaken(headers.get("Host") ?? "panel.test"), {
    headers: { Host: null },
  });

/** Another host is served (DNS rebinding), or the own one is not. */
export const hosts: readonly Mistake[] = [
  { id: "any-host", sentence: "Any host is served", plant: isHostTaken(() => true) },
  {
    id: "host-by-prefix",
    sentence: "A host that begins with the own one is served",
    plant: isHostTaken((host) => host.startsWith("panel.test")),
  },
  {
    id: "host-by-suffix",
    sentence: "A host that ends with the own one is served",
    plant: isHostTaken((host) => host.endsWith("panel.test")),
  },
  {
    id: "host-of-any-port",
    sentence: "The own host with any port is served",
    plant: isHostTaken((host) => /^panel\.test(:\d+)?$/.test(host)),
  },
  {
    id: "host-of-reads-alone",
    sentence: "The host is compared for reads alone",
    plant: takes(is.write, { headers: { Host: null } }),
  },
  {
    id: "host-of-writes-alone",
    sentence: "The host is compared for writes alone",
    plant: takes(is.read, { headers: { Host: null } }),
  },
  {
    id: "host-of-policy-open",
    sentence: "The policy is told under any host",
    plant: takes(any(is.policy, is.text), { headers: { Host: null } }),
  },
  {
    id: "host-in-capitals",
    sentence: "The own host in capitals is not served",
    plant: front(async (hop) =>
      /[A-Z]/.test(hop.headers.get("Host") ?? "")
        ? problem("host-not-served")
        : hop.pass(),
    ),
  },
  {
    id: "host-with-its-port",
    sentence: "The own host with the port of its scheme is not served",
    plant: front(async (hop) =>
      hop.headers.get("Host") === "panel.test:80"
        ? problem("host-not-served")
        : hop.pass(),
    ),
  },
  {
    id: "forwarded-host",
    sentence: "X-Forwarded-Host counts more than Host",
    plant: takes(
      ({ headers }) => headers.has("X-Forwarded-Host"),
      (hop) => ({ headers: { Host: hop.headers.get("X-Forwarded-Host") } }),
    ),
  },
  {
    id: "site-before-host",
    sentence: "Another site comes before another host",
    plant: confuses(
      "host-not-served",
      "cross-site",
      all(
        is.write,
        (hop) =>
          hop.headers.get("Sec-Fetch-Site") === "cross-site" ||
          originOf(hop) !== "http://panel.test",
      ),
    ),
  },
];
