import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "../../src/policy/index.ts";
import type { SenderOptions } from "../../src/sending/index.ts";
import type { Config } from "./config.ts";
import { startVendor, type Vendor } from "./vendor/startVendor.ts";

/**
 * The vendor that the configuration names, or one that comes with the panel and keeps its
 * port as long as it can.
 */
export async function openVendor(
  { vendor, dataFolder }: Pick<Config, "vendor" | "dataFolder">,
  policy: Policy,
  now: () => Date,
): Promise<SenderOptions["vendor"] & { readonly close: () => Promise<void> }> {
  if (vendor) return { ...vendor, close: async () => {} };
  const folder = join(dataFolder, "vendor");
  const file = join(folder, "port");
  const start = (port: number) => startVendor({ folder, port, policy, now });
  const { url, caPem, publicKey, close } = await start(keptPort(file)).catch(
    (error: NodeJS.ErrnoException): Promise<Vendor> => {
      if (error.code !== "EADDRINUSE") throw error;
      return start(0);
    },
  );
  writeFileSync(file, new URL(url).port, { mode: 0o600 });
  return { url, ca: caPem, keys: [{ publicKey }], close };
}

/** The port that the vendor had last; 0, any free one, when there was none. */
function keptPort(file: string): number {
  try {
    const port = Number(readFileSync(file, "utf8"));
    return Number.isInteger(port) && port > 0 && port < 65536 ? port : 0;
  } catch {
    return 0;
  }
}
