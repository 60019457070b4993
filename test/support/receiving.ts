import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeReceiverIdentities } from "../../src/cli/receiver/receiverIdentities.ts";
import { makeFolder } from "./folder.ts";
import { freePort } from "./freePort.ts";

/** An authority and a port for a receiver that a panel can be configured for before it is there. */
export async function prepareReceiving() {
  const folder = join(await makeFolder(), "receiver");
  const port = await freePort();
  const { caFile } = await makeReceiverIdentities(folder, "127.0.0.1");
  const url = `https://127.0.0.1:${port}`;
  return {
    vendor: { url, ca: readFileSync(caFile, "utf8"), keys: [] },
    env: { KLARTEXT_VENDOR_URL: url, KLARTEXT_VENDOR_CA: caFile },
    args: [
      ...["--write", "--yes", "--receive"],
      ...["--receive-port", String(port), "--receive-folder", folder],
    ],
  };
}
