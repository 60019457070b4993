import { BlockList } from "node:net";
import { holds } from "./parseNoProxy.ts";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("0.0.0.0", "ipv4");
loopback.addAddress("::1", "ipv6");
loopback.addAddress("::", "ipv6");

/** Whether a URL's host is this machine by its name alone (RFC 6761 § 6.3); none is looked up. */
export function isLoopback({ hostname }: Pick<URL, "hostname">): boolean {
  return /(^|\.)localhost\.?$/.test(hostname) || holds(loopback, hostname);
}
