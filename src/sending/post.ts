import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import type { TLSSocket } from "node:tls";
import type { TransmissionOutcome } from "../contract/transmission.ts";
import type { TlsResult } from "../contract/transport.ts";
import { sha256Digest } from "../panel/sha256.ts";
import { connectPinned } from "./connectPinned.ts";
import { ProxyRefusal } from "./proxy/openTunnel.ts";
import type { ProxyServer } from "./proxy/parseProxyUrl.ts";

/** The largest answer that is read, in bytes. */
const maxAnswerBytes = 64 * 1024;

export interface PostOptions {
  /** An https URL. */
  readonly url: string;
  /** PEM of the authorities that are trusted; no other is. */
  readonly ca: string;
  /** What the connection goes through. @default null */
  readonly proxy?: ProxyServer | null;
  readonly body: Uint8Array;
  /** Ends the attempt, as `aborted` unless there was a status before. */
  readonly signal?: AbortSignal;
  /** After this long without a status the attempt ends as `unreachable`. @default 30 000 */
  readonly timeoutMs?: number;
  /**
   * A body whose connection took longer is not written any more: the process may have been
   * stopped meanwhile, and others count the send as ended. @default `timeoutMs`
   */
  readonly writeWithinMs?: number;
}

export interface PostResult {
  readonly outcome: Exclude<TransmissionOutcome, "pending">;
  /** The HTTP status, if there was an answer. */
  readonly status: number | null;
  readonly tls: TlsResult;
  /** The answer, if it came to its end and was small enough. */
  readonly answer?: WholeAnswer;
  /** Why the proxy opened no way to the server. */
  readonly refusal?: ProxyRefusal;
}

/** An answer with the fields that a signature of it is in (RFC 9421 § 4). */
export interface WholeAnswer {
  readonly status: number;
  readonly body: Uint8Array;
  readonly contentDigest: string | undefined;
  readonly signatureInput: string | undefined;
  readonly signature: string | undefined;
}

/**
 * Every header that a request carries, but for `Content-Length`. The digest of the body
 * (RFC 9530 § 2) is what a vendor's signature is about.
 */
export function requestHeaders(
  url: string,
  contentDigest: string,
): Readonly<Record<string, string>> {
  return {
    Host: new URL(url).host,
    "Content-Type": "application/json",
    "Content-Digest": contentDigest,
    Connection: "close",
  };
}

/**
 * Posts a body over a pinned TLS connection of its own. Redirects are not followed. It
 * ends whatever the server does: one limit of time stands over the whole exchange, and an
 * attempt that ends without a whole answer resets the connection, so that nothing more of
 * it leaves. What the status says holds, also if the rest of the answer is missing.
 *
 * @throws {TypeError} for a URL that is not https; never for what the network or the
 *   server does.
 */
export async function post({
  url,
  ca,
  proxy = null,
  body,
  signal,
  timeoutMs = 30_000,
  writeWithinMs = timeoutMs,
}: PostOptions): Promise<PostResult> {
  const target = new URL(url);
  if (target.protocol !== "https:") throw new TypeError(`${url} is not https:`);
  if (signal?.aborted) return { outcome: "aborted", status: null, tls: "not-reached" };

  const since = performance.now();
  const connection = connectPinned(target, ca, proxy);
  const timer = setTimeout(connection.reset, timeoutMs);
  signal?.addEventListener("abort", connection.reset);
  try {
    const socket = await connection.secured;
    if (performance.now() - since > writeWithinMs) throw new Error("It took too long.");
    const answer = await exchange(target, socket, body);
    const { statusCode: status = 0 } = answer;
    const outcome = status < 300 ? "accepted" : "rejected";
    const answered = await readBody(answer);
    if (answer.complete) connection.close();
    const { headers } = answer;
    const field = (name: string) => headers[name]?.toString();
    return {
      ...{ outcome, status, tls: connection.tls() },
      ...(answered && {
        answer: {
          ...{ status, body: answered, contentDigest: field("content-digest") },
          ...{ signatureInput: field("signature-input"), signature: field("signature") },
        },
      }),
    };
  } catch (error) {
    const tls = connection.tls();
    if (tls === "tls-pin-mismatch") return { outcome: tls, status: null, tls };
    const outcome = signal?.aborted ? "aborted" : "unreachable";
    const refused = error instanceof ProxyRefusal ? { refusal: error } : {};
    return { outcome, status: null, tls, ...refused };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", connection.reset);
    connection.reset();
  }
}

/**
 * Sends one request and resolves with the header of its answer. A 1xx is none: whatever
 * closes the connection before another status came rejects, and so does more of them than
 * an answer may have bytes.
 */
function exchange(
  url: URL,
  socket: TLSSocket,
  body: Uint8Array,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "POST",
      headers: {
        ...requestHeaders(url.href, sha256Digest(body)),
        "Content-Length": body.byteLength,
      },
      createConnection: () => socket,
    });
    const end = () => reject(new Error("The connection ended without an answer."));
    outgoing.once("response", (answer) => {
      if ((answer.statusCode ?? 0) < 200) return end();
      resolve(answer);
    });
    outgoing.on("information", () => {
      if (socket.bytesRead > maxAnswerBytes) end();
    });
    outgoing.on("error", reject);
    outgoing.once("close", end);
    outgoing.end(body);
  });
}

/** The answer's body, if it is whole and small enough. */
async function readBody(answer: IncomingMessage): Promise<Uint8Array | undefined> {
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > maxAnswerBytes) return undefined;
    }
    return Buffer.concat(chunks);
  } catch {
    return undefined;
  }
}
