import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { Policy } from "../../../src/policy/index.ts";
import { createAccessLog } from "./accessLog.ts";
import { createVendorApp } from "./createVendorApp.ts";
import { loadIdentity } from "./loadIdentity.ts";
import { loadSigningKey } from "./loadSigningKey.ts";
import { openVendorStore } from "./store.ts";

/** An IP address, named as such in the certificate: no name service has a say. */
const host = "127.0.0.1";

export interface VendorOptions {
  /** Holds the authority, the server's key, the store and the access log. */
  readonly folder: string;
  /** TCP port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** What may be reported: what this revision or one before it discloses. */
  readonly policy: Policy;
  readonly now?: () => Date;
  /** How many days the access log is kept. @default 7 */
  readonly logDays?: number;
}

export interface Vendor {
  /** Such as `https://127.0.0.1:4174`. */
  readonly url: string;
  /** The certificate of the authority that a sender pins. */
  readonly caPem: string;
  /** PEM of the key with which it signs its answers. */
  readonly publicKey: string;
  readonly close: () => Promise<void>;
}

/** Starts the receiving side, over TLS 1.2 or later, and resolves once it answers. */
export async function startVendor({
  folder,
  port,
  policy,
  now = () => new Date(),
  logDays = 7,
}: VendorOptions): Promise<Vendor> {
  const { authority, server: identity } = await loadIdentity(folder, host, now());
  const { key, publicKey } = loadSigningKey(folder);
  const store = openVendorStore(folder);
  const log = createAccessLog(join(folder, "access.log"), logDays);
  const listener = getRequestListener(createVendorApp(policy, store, key, now).fetch);

  const server = createServer(identity, (request, response) => {
    log.record(request.socket.remoteAddress ?? "unknown", now());
    void listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  }).catch((error: unknown) => {
    store.close();
    throw error;
  });

  return {
    url: `https://${host}:${(server.address() as AddressInfo).port}`,
    ...{ caPem: authority, publicKey },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
}
