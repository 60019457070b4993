import { gunzipSync } from "node:zlib";
import { abortable } from "../../../src/testing/fake/abortable.ts";
import type { FaultProxy } from "./createFaultProxy.ts";
import { HungUp, type PassedAnswer, type PassedRequest } from "./exchange.ts";

export interface Ends {
  /** A panel that adds nothing to what it is sent, such as a fake's `serve`. */
  readonly panel: typeof globalThis.fetch;
  /** What a browser adds to a request, such as the session. */
  readonly browserHeaders: () => Readonly<Record<string, string>>;
}

/** The `fetch` of a page with a proxy before its panel. What was sent arrives, aborted or not. */
export function fetchThrough(
  proxy: FaultProxy,
  { panel, browserHeaders }: Ends,
): typeof globalThis.fetch {
  const ask = async (url: URL, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(browserHeaders()))
      headers.set(name, value);
    const request: PassedRequest = {
      method: init.method ?? "GET",
      path: url.pathname,
      query: url.search,
      headers,
      body: new TextEncoder().encode(typeof init.body === "string" ? init.body : ""),
    };
    try {
      const answer = await proxy.handle(request, async (passed) => {
        const { method, headers, body } = passed;
        const heard = await panel(`${url.origin}${passed.path}${passed.query}`, {
          ...{ method, headers },
          ...(body.length > 0 && { body }),
        });
        return {
          status: heard.status,
          headers: heard.headers,
          body: new Uint8Array(await heard.arrayBuffer()),
        };
      });
      return asBrowserShows(answer);
    } catch (error) {
      throw error instanceof HungUp ? new TypeError("Failed to fetch") : error;
    }
  };

  return async (input, init = {}) => {
    const signal = init.signal ?? null;
    signal?.throwIfAborted();
    return abortable(ask(new URL(String(input)), init), signal);
  };
}

/** A body is decoded while its headers stay; where a redirect leads is hidden. */
function asBrowserShows({ status, headers, body }: PassedAnswer): Response {
  if (status >= 300 && status < 400 && status !== 304) return opaqueRedirect();
  const isCoded = headers.get("Content-Encoding") === "gzip" && body.length > 0;
  const shown = isCoded ? new Uint8Array(gunzipSync(body)) : body;
  return new Response(status === 304 ? null : shown, { status, headers });
}

/** What `redirect: "manual"` gives (Fetch § 2.2.6): no status, no headers, no body. */
function opaqueRedirect(): Response {
  return Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
}
