import type { IncomingMessage, ServerResponse } from "node:http";
import type { Panel } from "../panel/createPanel.ts";
import type { PanelRequest } from "../panel/panelOptions.ts";

export interface NodeListenerOptions {
  /** Where failures go that are not the client's. @default `console.error` */
  readonly report?: (error: unknown) => void;
}

/**
 * Makes a listener for `node:http` of what answers requests, such as a panel. It resolves
 * when the answer is given, or its client is gone.
 */
export function createNodeListener(
  { handle }: Pick<Panel, "handle">,
  { report = (error) => console.error(error) }: NodeListenerOptions = {},
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const { body, discard } = readBody(request);
    try {
      const answer = await handle({ ...describe(request), body });
      await give(answer, response);
    } catch (error) {
      report(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    } finally {
      discard();
    }
  };
}

/** A target with a host of its own counts for the header `Host` too (RFC 9112 § 3.2.2). */
function describe(request: IncomingMessage): Omit<PanelRequest, "body"> {
  const { method = "GET", socket, headersDistinct } = request;
  const target = originalTarget(request);
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    headers.set(name, values.join(name === "cookie" ? "; " : ", "));
  }
  if (/^https?:\/\//i.test(target) && URL.canParse(target)) {
    headers.set("Host", new URL(target).host);
    return { method, headers, url: target };
  }
  const scheme = "encrypted" in socket ? "https" : "http";
  const origin = `${scheme}://${headers.get("Host") ?? ""}`;
  const path = target.startsWith("/") ? target : "/";
  // A host that is none is turned down by its header.
  const isHost = URL.canParse(origin) && new URL(origin).pathname === "/";
  return { method, headers, url: `${isHost ? origin : "http://localhost"}${path}` };
}

/** What a framework that mounts listeners under a path has kept of the target. */
function originalTarget(request: IncomingMessage): string {
  const { url = "/" } = request;
  const original: unknown = Reflect.get(request, "originalUrl");
  return typeof original === "string" ? original : url;
}

/** The body as it comes. What nobody reads of it is let through and forgotten. */
function readBody(request: IncomingMessage) {
  let isOver = false;
  const discard = () => {
    isOver = true;
    request.resume();
  };
  const hasBody =
    request.headers["transfer-encoding"] !== undefined ||
    Number(request.headers["content-length"] ?? 0) > 0;
  if (!hasBody) return { body: null, discard };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      const end = (settle: () => void) => () => {
        if (isOver) return;
        isOver = true;
        settle();
      };
      request.on("data", (chunk: Uint8Array) => {
        if (isOver) return;
        request.pause();
        controller.enqueue(new Uint8Array(chunk));
      });
      request.once(
        "end",
        end(() => controller.close()),
      );
      const broken = end(() => controller.error(new Error("The body breaks off.")));
      request.once("error", broken);
      request.once("close", broken);
      request.pause();
    },
    pull: () => void request.resume(),
    cancel: discard,
  });
  return { body, discard };
}

async function give(answer: Response, response: ServerResponse): Promise<void> {
  const body = answer.body ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  if (response.destroyed) return;
  response.statusCode = answer.status;
  response.setHeaders(answer.headers);
  if (body) response.setHeader("Content-Length", body.byteLength);
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
    response.end(body, resolve);
  });
}
