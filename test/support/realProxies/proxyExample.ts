import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProxyPlace } from "./startBehind.ts";

const folder = join(import.meta.dirname, "../../../docs/examples/proxies");

/** A file of docs/examples/proxies, with the ports of this test in the place of its own. */
export function proxyExample(
  file: string,
  { port, panelPort, signInPort = "4180" }: ProxyPlace,
): string {
  return readFileSync(join(folder, file), "utf8")
    .replaceAll("8080", port)
    .replaceAll("4173", panelPort)
    .replaceAll("4180", signInPort);
}
