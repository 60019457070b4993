import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";

type Fetch = Parameters<typeof getRequestListener>[0];

/** Has a port of 127.0.0.1. Requests wait until something serves them. */
export async function listen(wanted: number) {
  const { promise: served, resolve: serve } = Promise.withResolvers<Fetch>();
  /** What is still being answered. */
  const running = new Set<Promise<unknown>>();
  const listener = getRequestListener((request, env) => {
    const answer = served.then((fetch) => fetch(request, env));
    running.add(answer);
    void answer.finally(() => running.delete(answer)).catch(() => undefined);
    return answer;
  });
  const server = createServer(listener);
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
      await Promise.allSettled(running);
    },
  };
}
