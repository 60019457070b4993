import { request } from "node:http";
import type { Socket } from "node:net";
import type { ProxyServer } from "./parseProxyUrl.ts";

/** A proxy that answered, and opened no tunnel. */
export class ProxyRefusal extends Error {
  override readonly name = "ProxyRefusal";
}

const wantsCredentials =
  "It wants a name and a password, or others: put them into its address, as in http://name:password@proxy.example:3128.";
const isForbidden =
  "Let it allow CONNECT to that host and port, or name the host among the exceptions.";

/**
 * Asks a proxy for a tunnel to a host (RFC 9110 § 9.3.6), over a connection to it. All that
 * the proxy is told is the host, the port and its own credentials.
 *
 * Rejects with a `ProxyRefusal` when it says no, which names no credentials.
 */
export function openTunnel(
  connection: Socket,
  { hostname, port }: URL,
  { shown, authorization }: ProxyServer,
): Promise<void> {
  const authority = `${hostname}:${port || 443}`;
  return new Promise((resolve, reject) => {
    const asking = request({
      method: "CONNECT",
      path: authority,
      headers: {
        Host: authority,
        ...(authorization === null ? {} : { "Proxy-Authorization": authorization }),
      },
      createConnection: () => connection,
    });
    asking.once("connect", ({ statusCode = 0 }, _socket, early: Uint8Array) => {
      if (statusCode < 200 || statusCode > 299) {
        const remedy = statusCode === 407 ? wantsCredentials : isForbidden;
        const what = `The proxy ${shown} answered ${statusCode} to CONNECT ${authority}.`;
        reject(new ProxyRefusal(`${what} Nothing was sent. ${remedy}`));
      }
      // A server says nothing before the client has begun TLS: those bytes are the proxy's.
      if (early.byteLength > 0) reject(new Error("The proxy speaks in the tunnel."));
      resolve();
    });
    asking.on("error", reject);
    asking.once("close", () => reject(new Error("The proxy closed the connection.")));
    asking.end();
  });
}
