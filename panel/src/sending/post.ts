import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { TLSSocket } from "node:tls";
import type { Transmission, Transport } from "../../../src/contract/index.ts";
import { caFingerprints, createIdentityCheck } from "./pin.ts";

/** The largest answer that is read, in bytes. */
const largestAnswer = 64 * 1024;

export interface PostOptions {
  /** An https URL. */
  readonly url: string;
  /** PEM of the authorities that are trusted; no other is. */
  readonly ca: string;
  readonly body: Uint8Array;
  /** Ends the attempt as `aborted`. */
  readonly signal?: AbortSignal;
  /** After this long the attempt ends as `unreachable`. @default 30 000 */
  readonly timeoutMs?: number;
}

export interface PostResult {
  readonly outcome: Exclude<Transmission["outcome"], "pending">;
  /** The HTTP status, if there was an answer. */
  readonly status: number | null;
  readonly tls: NonNullable<Transport["lastAttempt"]>["tls"];
  /** The answer, if it was JSON. */
  readonly json?: unknown;
}

/** Every header that a request carries, but for `Content-Length`. */
export function requestHeaders(url: string): Readonly<Record<string, string>> {
  return {
    Host: new URL(url).host,
    "Content-Type": "application/json",
    Connection: "close",
  };
}

/**
 * Posts a body over a TLS connection of its own. Its bytes leave only after the server's
 * certificate was found to be in date, for that host, and under a pinned authority (facts
 * G3, G4): a reused connection or a resumed session would skip that check. Redirects are
 * not followed. Never throws for what the network or the server does.
 */
export async function post({
  url,
  ca,
  body,
  signal,
  timeoutMs = 30_000,
}: PostOptions): Promise<PostResult> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const outgoing = request(url, {
    method: "POST",
    headers: { ...requestHeaders(url), "Content-Length": body.byteLength },
    agent: false,
    ca,
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
    checkServerIdentity: createIdentityCheck(caFingerprints(ca)),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  let tls: PostResult["tls"] = "not-reached";
  try {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once("response", resolve);
      outgoing.on("error", reject);
      outgoing.once("socket", (socket) => {
        socket.once("secureConnect", () => {
          if (!isChecked(socket)) return outgoing.destroy();
          tls = "verified";
          outgoing.end(body);
        });
      });
    });
    const { statusCode: status = 0 } = incoming;
    const json = await readJson(incoming);
    if (signal?.aborted) return { outcome: "aborted", status, tls };
    const outcome = status >= 200 && status < 300 ? "accepted" : "rejected";
    return { outcome, status, tls, ...(json === undefined ? {} : { json }) };
  } catch {
    if (signal?.aborted) return { outcome: "aborted", status: null, tls };
    if (wasRefused(outgoing.socket)) {
      return { outcome: "tls-pin-mismatch", status: null, tls: "tls-pin-mismatch" };
    }
    return { outcome: "unreachable", status: null, tls };
  } finally {
    outgoing.destroy();
  }
}

function isChecked(socket: unknown): boolean {
  return socket instanceof TLSSocket && socket.authorized && !socket.isSessionReused();
}

/** Whether the server showed a certificate that did not pass. */
function wasRefused(socket: unknown): boolean {
  return socket instanceof TLSSocket && Boolean(socket.authorizationError);
}

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  try {
    let text = "";
    for await (const chunk of incoming.setEncoding("utf8")) {
      text += chunk;
      if (text.length > largestAnswer) return undefined;
    }
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
