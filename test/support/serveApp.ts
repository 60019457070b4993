import {
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { onTestFinished } from "vitest";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { startTestPanel, type TestPanel } from "./startTestPanel.ts";

/** The content security policy that a centre must live under. */
export const strictPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

interface AppOptions {
  /** A folder of built files, or the address of the host's own server. */
  readonly from: { readonly folder: string } | { readonly address: string };
  /** @default `strictPolicy` */
  readonly contentSecurityPolicy?: string;
}

export interface ServedApp {
  readonly address: string;
  readonly panel: TestPanel;
  /** What browsers reported against the content security policy. */
  readonly reports: readonly string[];
}

/**
 * Serves a host as a reverse proxy would: its pages and, under the same origin, the API of
 * a real reference panel over an empty store. It ends with the test.
 */
export async function serveApp({
  from,
  contentSecurityPolicy = strictPolicy,
}: AppOptions): Promise<ServedApp> {
  const reports: string[] = [];
  const serveHost = "folder" in from ? serveFiles(from.folder) : forwardTo(from.address);
  const server = createServer((incoming, outgoing) => {
    const { url = "/" } = incoming;
    if (url === "/reports") return collect(incoming, outgoing, reports);
    if (/^\/(api|demo)\//.test(url))
      return forwardTo(panel.address())(incoming, outgoing);
    outgoing.setHeader(
      "Content-Security-Policy",
      `${contentSecurityPolicy}; report-uri /reports`,
    );
    return serveHost(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const panel = await startTestPanel({
    policy: liveConfigPolicy(),
    config: { origin: address },
  });
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return { address, panel, reports };
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

function serveFiles(root: string): Listener {
  return getRequestListener(new Hono().use(serveStatic({ root })).fetch);
}

/** Passes a request on with the `Host` that the browser named. */
function forwardTo(address: string): Listener {
  return (incoming, outgoing) => {
    const { method = "GET", url = "/", headers } = incoming;
    const passed = request(new URL(url, address), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    outgoing.on("close", () => passed.destroy());
    incoming.pipe(passed);
  };
}

async function collect(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  reports: string[],
): Promise<void> {
  let body = "";
  for await (const chunk of incoming) body += String(chunk);
  reports.push(body);
  outgoing.writeHead(204).end();
}
