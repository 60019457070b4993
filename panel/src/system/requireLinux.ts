import { parse, resolve } from "node:path";
import { NotAvailableHere } from "./notAvailableHere.ts";

/**
 * Refuses to describe a host that is no Linux machine. A Linux file tree elsewhere on
 * such a host (a mounted image, a fixture) may still be read.
 *
 * @throws NotAvailableHere when `root` is the host's own root and the host is no Linux
 */
export function requireLinux(
  root: string,
  platform: NodeJS.Platform = process.platform,
): void {
  const folder = resolve(root);
  if (platform === "linux" || folder !== parse(folder).root) return;
  throw new NotAvailableHere(
    `This machine cannot be described: it runs ${platform}, and only Linux has the ` +
      "files that are read. Run the panel on Linux, or point it at a Linux file tree.",
  );
}
