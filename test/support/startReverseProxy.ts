import { request } from "node:http";
import { listen } from "./listen.ts";

export interface PassOnOptions {
  /** What the proxy takes off the front of each path, such as `/panel`. */
  readonly prefix?: string;
  /** The `Host` that is passed on; by default the one that the browser named. */
  readonly host?: (named: string) => string;
  /** The headers of a request that the proxy takes off, in lower case. */
  readonly drops?: readonly string[];
}

/**
 * A reverse proxy until the test ends; gives its address. Whatever lies beside the prefix
 * it answers with 404 itself.
 */
export function startReverseProxy(
  address: () => string,
  { prefix = "", host = (named) => named, drops = [] }: PassOnOptions = {},
): Promise<string> {
  return listen((incoming, outgoing) => {
    const { method, url = "/", headers: given } = incoming;
    if (url !== prefix && !url.startsWith(`${prefix}/`)) {
      outgoing.writeHead(404, { "Content-Type": "text/html" });
      return void outgoing.end("<p>Nothing of the panel is here.</p>");
    }
    const headers = Object.fromEntries(
      Object.entries({ ...given, host: host(given.host ?? "") }).filter(
        ([name]) => !drops.includes(name),
      ),
    );
    const target = new URL(url.slice(prefix.length) || "/", address());
    const passed = request(target, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    outgoing.on("close", () => passed.destroy());
    incoming.pipe(passed);
  });
}
