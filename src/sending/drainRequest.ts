import type { IncomingMessage } from "node:http";

/** The most bytes of an answered request that are still read, and the longest time for it. */
const maxBytes = 8 * 1024 * 1024;
const maxMs = 5_000;

/**
 * Reads what is left of an answered request and forgets it: a connection that is closed over
 * unread bytes is reset, and whoever still sends, such as a proxy, loses the answer
 * (RFC 9112 § 9.6). Resolves with whether the request has come to its end; false when it is
 * longer or slower than anybody has to bear.
 */
export async function drainRequest(request: IncomingMessage): Promise<boolean> {
  if (!request.complete && !request.destroyed) {
    await new Promise<void>((resolve) => {
      let bytes = 0;
      const count = (chunk: Uint8Array) => {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) end();
      };
      const end = () => {
        clearTimeout(timer);
        request.off("data", count).off("end", end).off("close", end);
        resolve();
      };
      const timer = setTimeout(end, maxMs);
      request.on("data", count).once("end", end).once("close", end).resume();
    });
  }
  return request.complete;
}
