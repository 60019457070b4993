import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
} from "../../src/testing/index.ts";

/** Serves a fake panel over real HTTP, through `wrap` if it is to be worse than it is. */
export async function serveFake(
  options: FakePanelOptions = {},
  wrap: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch = (fetch) => fetch,
): Promise<FakePanel> {
  const server = createServer(async (incoming, outgoing) => {
    const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    );
    const body = await readAll(incoming);
    const answer = await answering(new URL(incoming.url ?? "/", panel.baseUrl), {
      method: incoming.method ?? "GET",
      headers,
      ...(body.length > 0 ? { body: body.toString() } : {}),
    });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/api/privacy`;
  const panel = createFakePanel({ baseUrl, ...options });
  const answering = wrap(panel.serve);
  return panel;
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}
