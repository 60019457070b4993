import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { PanelRequest } from "../../src/panel/index.ts";
import { createNodeListener } from "../../src/sending/index.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/** Has a port of 127.0.0.1. Requests wait until something serves them. */
export async function listen(wanted: number, report: (error: unknown) => void) {
  const { promise: served, resolve: serve } = Promise.withResolvers<Fetch>();
  /** What is still being answered. */
  const running = new Set<Promise<unknown>>();
  const answer = createNodeListener(
    { handle: async (request) => (await served)(toRequest(request)) },
    { report },
  );
  const server = createServer((request, response) => {
    const answered = answer(request, response);
    running.add(answered);
    void answered.finally(() => running.delete(answered));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(wanted, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve,
    /** Resolves when every answer that was begun has ended. */
    async close(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      serve(() => new Response(null, { status: 503 }));
      await Promise.all(running);
    },
  };
}

/**
 * What the Fetch standard has no request for is none that this panel answers: TRACE
 * becomes OPTIONS, and a GET has no body.
 */
function toRequest({ method, url, headers, body }: PanelRequest): Request {
  const known = /^(CONNECT|TRACE|TRACK)$/i.test(method) ? "OPTIONS" : method;
  const init = { method: known, headers, duplex: "half" };
  return new Request(url, /^(GET|HEAD)$/.test(known) ? init : { ...init, body });
}
