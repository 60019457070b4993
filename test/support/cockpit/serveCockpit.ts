import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { build } from "esbuild";
import { Hono } from "hono";
import { onTestFinished } from "vitest";
import { askAsBridge } from "./askAsBridge.ts";
import type { WireRequest } from "./standIn.ts";

interface CockpitOptions {
  /** The folders of Cockpit's packages, by name. */
  readonly packages: Readonly<Record<string, string>>;
  /** The folder of Cockpit's fonts. */
  readonly fonts: string;
  /** What lies on the server, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Where really listens what a page knows under a port. */
  readonly ports: Readonly<Record<number, number>>;
}

/** What Cockpit sends with the pages of its packages (`src/cockpit/packages.py`). */
const contentSecurityPolicy = ({ host }: URL) =>
  `default-src 'self'; connect-src ws://${host} 'self'; form-action 'self'; ` +
  "base-uri 'self'; object-src 'none'; font-src 'self' data:; img-src 'self' data:; " +
  "block-all-mixed-content";

/** A stand-in for cockpit-ws and cockpit-bridge; it ends with the test. */
export async function serveCockpit({ packages, fonts, files, ports }: CockpitOptions) {
  const reports: string[] = [];
  const app = new Hono();
  const standIn = await bundleStandIn();
  app.use(async (context, next) => {
    await next();
    const policy = contentSecurityPolicy(new URL(context.req.url));
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "sameorigin");
    context.header("Content-Security-Policy", `${policy}; report-uri /reports`);
  });
  app.post("/reports", async ({ req, body }) => {
    reports.push(await req.text());
    return body(null, 204);
  });
  app.get("/favicon.ico", ({ body }) => body(null, 204));
  app.get("/cockpit/@localhost/base1/cockpit.js", ({ body }) =>
    body(standIn, 200, { "Content-Type": "text/javascript" }),
  );
  app.post("/bridge/file", async ({ req, notFound, text }) => {
    const content = files[await req.text()];
    return content === undefined ? notFound() : text(content);
  });
  app.post("/bridge/http", async ({ req, json }) => {
    const { request, body }: WireRequest = await req.json();
    const port = ports[request.port] ?? request.port;
    const bytes = new Uint8Array(Buffer.from(body, "base64"));
    const answer = await askAsBridge({ ...request, port }, bytes, req.raw.signal);
    if ("problem" in answer) return json(answer);
    return json({ ...answer, body: Buffer.from(answer.body).toString("base64") });
  });
  const folders = [
    ["/cockpit/static/fonts", fonts] as const,
    ...Object.entries(packages).map(
      ([name, root]) => [`/cockpit/@localhost/${name}`, root] as const,
    ),
  ];
  for (const [path, root] of folders) {
    const rewriteRequestPath = (asked: string) => asked.slice(path.length);
    app.use(`${path}/*`, serveStatic({ root, rewriteRequestPath }));
  }

  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, reports };
}

async function bundleStandIn(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "standIn.ts")],
    ...{ bundle: true, write: false, format: "iife" },
  });
  return outputFiles[0]?.text ?? "";
}
