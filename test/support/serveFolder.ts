import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";

export interface ServedFolder {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder as plain files on 127.0.0.1; compressed, where that is asked for. */
export async function serveFolder(
  root: string,
  transfer: "plain" | "compressed" = "plain",
): Promise<ServedFolder> {
  const app = new Hono();
  if (transfer === "compressed") app.use(compress());
  app.use(serveStatic({ root }));
  const server: Server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
