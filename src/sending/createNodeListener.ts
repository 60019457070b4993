import type { IncomingMessage, ServerResponse } from "node:http";
import type { Panel } from "../panel/createPanel.ts";
import type { PanelRequest } from "../panel/panelOptions.ts";
import { drainRequest } from "./drainRequest.ts";

/** What a listener for `node:http` may be told. */
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
    const finish = () => {
      discard();
      return drainRequest(request);
    };
    try {
      const answer = await handle({ ...describe(request), body });
      await give(answer, response, finish);
    } catch (error) {
      report(error);
      if (response.headersSent) response.destroy();
      else await give(new Response("", { status: 500 }), response, finish);
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
  // HTTP/1.0 may name no host, and the URL has to: what reads it sees that none was named.
  if (!headers.has("Host")) headers.set("Host", "");
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) {
    const host = hostOfTarget(target);
    headers.set("Host", host);
    if (host !== "") return { method, headers, url: target };
  }
  const scheme = "encrypted" in socket ? "https" : "http";
  const host = headers.get("Host") ?? "";
  const origin = `${scheme}://${host}`;
  const path = target.startsWith("/") ? target : "/";
  // A host that is none is turned down by its header.
  const isHost = !/[/?#@\\]/.test(host) && URL.canParse(origin);
  return { method, headers, url: `${isHost ? origin : "http://localhost"}${path}` };
}

/** Empty for a target that names no place, or somebody's password (RFC 9110 § 4.2.4). */
function hostOfTarget(target: string): string {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return "";
  const { host, username, password } = new URL(target);
  return username === "" && password === "" ? host : "";
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

/** The answer goes out at once; only then is the rest of the request read, and it ends. */
async function give(
  answer: Response,
  response: ServerResponse,
  finish: () => Promise<boolean>,
): Promise<void> {
  const body = answer.body ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  if (response.destroyed) return;
  const closed = new Promise<void>((resolve) => response.once("close", resolve));
  response.statusCode = answer.status;
  response.setHeaders(answer.headers);
  if (body) {
    response.setHeader("Content-Length", body.byteLength);
    response.write(body);
  }
  const isWhole = await finish();
  response.end(() => {
    if (!isWhole) response.req.socket.destroy();
  });
  await closed;
}
