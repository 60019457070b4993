import { connect, isIP } from "node:net";
import { type TLSSocket, connect as tlsConnect } from "node:tls";
import type { TlsResult } from "../contract/transport.ts";
import { caFingerprints, createIdentityCheck } from "./certificatePins.ts";
import { openTunnel } from "./proxy/openTunnel.ts";
import type { ProxyServer } from "./proxy/parseProxyUrl.ts";

interface PinnedConnection {
  /** Resolves once the certificate has passed; rejects if the connection ends before. */
  readonly secured: Promise<TLSSocket>;
  /** What TLS has found so far. */
  readonly tls: () => TlsResult;
  readonly close: () => void;
  /** Closes the connection and takes back what is still on its way (RFC 9293 § 3.5.2). */
  readonly reset: () => void;
}

/**
 * Connects to an https URL over TLS 1.2 or later. The server's certificate must be in
 * date, for that host, and under a pinned authority (facts G3, G4). No connection and no
 * session is used again: that would skip the check. Through a proxy it is the same TLS
 * from end to end.
 *
 * @param ca PEM of the authorities that are trusted; no other is.
 */
export function connectPinned(
  url: URL,
  ca: string,
  proxy: ProxyServer | null = null,
): PinnedConnection {
  const { hostname, port } = url;
  const host = hostname.replace(/^\[|\]$/g, "");
  const { promise: secured, resolve, reject } = Promise.withResolvers<TLSSocket>();
  let tls: ReturnType<PinnedConnection["tls"]> = "not-reached";

  // TLS over a socket of our own: a TLSSocket that makes its socket cannot reset it.
  const raw = connect({
    host: proxy?.host ?? host,
    port: proxy?.port ?? (Number(port) || 443),
  });
  const reset = () => void (raw.connecting ? raw.destroy() : raw.resetAndDestroy());
  const fail = (error?: Error) => {
    reject(error ?? new Error("The connection has closed."));
    raw.destroy();
  };
  raw.on("error", fail);
  raw.on("close", () => fail());
  const checkServerIdentity = createIdentityCheck(caFingerprints(ca));
  const beginTls = () => {
    const secure = tlsConnect({
      socket: raw,
      ...{ host, servername: isIP(host) === 0 ? host : "", ca },
      minVersion: "TLSv1.2",
      ALPNProtocols: ["http/1.1"],
      rejectUnauthorized: true,
      checkServerIdentity,
    });
    secure.on("error", (error) => {
      if (secure.authorizationError) tls = "tls-pin-mismatch";
      fail(error);
    });
    secure.on("close", () => fail());
    secure.once("secureConnect", () => {
      if (!secure.authorized || secure.isSessionReused()) return fail();
      tls = "verified";
      resolve(secure);
    });
  };
  if (proxy) openTunnel(raw, url, proxy).then(beginTls, fail);
  else raw.once("connect", beginTls);
  return { secured, tls: () => tls, close: () => void raw.destroy(), reset };
}
