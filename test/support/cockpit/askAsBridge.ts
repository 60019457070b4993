import { request } from "node:http";
import type { ChannelAnswer, OpenChannel } from "./cockpitHttp.ts";

/** What Python's `http.client` sends where nothing else was asked for. */
const ownHeaders = (port: number, size: number) => ({
  Host: `localhost:${port}`,
  "Accept-Encoding": "identity",
  "Content-Length": String(size),
});

/**
 * Asks a server of this machine as cockpit-bridge does (`src/cockpit/channels/http_channel.py`):
 * with the headers that it was given, and none of a browser's; it follows no redirect.
 */
export const askAsBridge: OpenChannel = (asked, body, closed) =>
  new Promise((resolve) => {
    const { port, method, path, headers } = asked;
    const named = Object.keys(headers).map((name) => name.toLowerCase());
    const own = Object.entries(ownHeaders(port, body.length)).filter(
      ([name]) => !named.includes(name.toLowerCase()),
    );
    const fail = (error: NodeJS.ErrnoException) =>
      resolve({
        problem: error.code === "ECONNREFUSED" ? "not-found" : "terminated",
        message: error.message,
      });
    const outgoing = request({
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: { ...Object.fromEntries(own), ...headers },
      signal: closed,
    });
    outgoing.on("error", fail);
    outgoing.on("response", (incoming) => {
      const chunks: Uint8Array[] = [];
      incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      incoming.on("error", fail);
      incoming.on("end", () => {
        const { statusCode: status = 0, statusMessage: reason = "" } = incoming;
        resolve({
          status,
          reason,
          headers: passedOn(incoming.rawHeaders),
          body: new Uint8Array(Buffer.concat(chunks)),
        } satisfies ChannelAnswer);
      });
    });
    outgoing.end(body);
  });

/** As the server wrote the names; of several of one name the last. */
function passedOn(raw: readonly string[]): Readonly<Record<string, string>> {
  const pairs = raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as const] : [],
  );
  return Object.fromEntries(
    pairs.filter(([name]) => name !== "Connection" && name !== "Transfer-Encoding"),
  );
}
