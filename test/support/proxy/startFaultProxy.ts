import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { createFaultProxy, type FaultProxy } from "./createFaultProxy.ts";
import { changed, type Hop, HungUp, type PassedRequest } from "./exchange.ts";
import { ownAnswer } from "./ownAnswer.ts";

export interface FaultProxyServer extends FaultProxy {
  readonly address: string;
  /** Where requests go on to. Before that, and while nothing answers there: 502. */
  readonly setPanel: (address: string) => void;
  readonly close: () => Promise<void>;
}

/** The panel lies at the proxy's root, and below this path. */
export const below = "/panel";

/**
 * A proxy over HTTP before a panel. Only the panel API meets its moods: the page and its
 * parts come as they are.
 */
export async function startFaultProxy(): Promise<FaultProxyServer> {
  const proxy = createFaultProxy();
  const agent = new Agent({ keepAlive: true });
  let panel = "";
  const askPanel: Hop = async (passed) => {
    try {
      return await pass(panel, agent, passed);
    } catch {
      return ownAnswer({ status: 502, body: "html" });
    }
  };

  const server = createServer(async (incoming, outgoing) => {
    const asked = await readRequest(incoming);
    const isApi = asked.path.startsWith("/api/privacy/");
    try {
      const answer = await (isApi ? proxy.handle(asked, askPanel) : askPanel(asked));
      outgoing.writeHead(answer.status, [...changed(answer.headers, ofOneHop)].flat());
      outgoing.end(answer.body);
    } catch (error) {
      if (!(error instanceof HungUp)) throw error;
      outgoing.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    ...proxy,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setPanel: (address) => {
      panel = address;
    },
    close: async () => {
      proxy.become();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

/** These are said anew for each connection (RFC 9110 § 7.6.1). */
const ofOneHop = {
  Connection: null,
  "Keep-Alive": null,
  "Transfer-Encoding": null,
  "Content-Length": null,
} as const;

async function readRequest(incoming: IncomingMessage): Promise<PassedRequest> {
  const { method = "GET", url = "/" } = incoming;
  const { pathname, search: query } = new URL(url, "http://proxy");
  const path = pathname.startsWith(`${below}/`) ? pathname.slice(below.length) : pathname;
  const body = new Uint8Array(await buffer(incoming));
  return { method, path, query, headers: headersOf(incoming), body };
}

/** Passes a request on with the `Host` that the browser named. */
async function pass(
  panel: string,
  agent: Agent,
  { method, path, query, headers, body }: PassedRequest,
) {
  const own = { "Content-Length": body.length > 0 ? String(body.length) : null };
  const outgoing = request(new URL(path + query, panel), {
    ...{ method, agent },
    headers: Object.fromEntries(changed(headers, { ...ofOneHop, ...own })),
  });
  outgoing.end(body.length > 0 ? body : undefined);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  return {
    status: answer.statusCode ?? 502,
    headers: headersOf(answer),
    body: new Uint8Array(await buffer(answer)),
  };
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  }
  return headers;
}
