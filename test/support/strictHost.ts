import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { onTestFinished } from "vitest";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { signIn } from "./signIn.ts";
import { send, startTestPanel, type TestPanel } from "./startTestPanel.ts";

const contentSecurityPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; " +
  "require-trusted-types-for 'script'; report-uri /reports";

interface StrictHostOptions {
  /** HTML by path. */
  readonly pages: Readonly<Record<string, string>>;
  /** Scripts by path. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Folders of files by the path that they lie under. */
  readonly folders: Readonly<Record<string, string>>;
  /** The paths under which it passes requests on to a panel each, in its own name. */
  readonly panels: readonly string[];
}

export interface StrictHost {
  readonly address: string;
  readonly panels: readonly TestPanel[];
  /** What browsers reported against its content security policy. */
  readonly reports: readonly string[];
}

/** A host with a strict content security policy before real panels; it ends with the test. */
export async function startStrictHost({
  pages,
  scripts = {},
  folders,
  panels: paths,
}: StrictHostOptions): Promise<StrictHost> {
  const reports: string[] = [];
  const panels: TestPanel[] = [];
  for (const _ of paths)
    panels.push(await startTestPanel({ policy: liveConfigPolicy() }));
  const admins = await Promise.all(
    panels.map(({ address }) => signIn(address(), "admin")),
  );

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header("Content-Security-Policy", contentSecurityPolicy);
  });
  app.post("/reports", async ({ req, body }) => {
    reports.push(await req.text());
    return body(null, 204);
  });
  app.get("/icon", ({ body }) => body(null, 204));
  for (const [path, html] of Object.entries(pages)) {
    app.get(path, (context) => context.html(html));
  }
  for (const [path, script] of Object.entries(scripts)) {
    app.get(path, ({ body }) => body(script, 200, { "Content-Type": "text/javascript" }));
  }
  for (const [path, root] of Object.entries(folders)) {
    app.use(
      `${path}/*`,
      serveStatic({ root, rewriteRequestPath: (asked) => asked.slice(path.length) }),
    );
  }
  const serve = getRequestListener(app.fetch);

  const server = createServer((incoming, outgoing) => {
    const { url = "/" } = incoming;
    const index = paths.findIndex((path) => url.startsWith(`${path}/`));
    const panel = panels[index];
    if (!panel) return serve(incoming, outgoing);
    const path = `/api/privacy${url.slice(paths[index]?.length)}`;
    const session = admins[index]?.headers ?? {};
    passOn(incoming, outgoing, panel.address(), path, session).catch(() =>
      outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, panels, reports };
}

const passedHeaders = ["content-type", "if-match", "if-none-match"];

async function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  address: string,
  path: string,
  session: Readonly<Record<string, string>>,
): Promise<void> {
  let body = "";
  for await (const chunk of incoming) body += String(chunk);
  const headers = Object.fromEntries(
    passedHeaders.flatMap((name) => {
      const value = incoming.headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
  const answer = await send(address, incoming.method ?? "GET", path, {
    headers: { ...headers, ...session },
    ...(body === "" ? {} : { body }),
  });
  const { connection: _connection, ...passed } = answer.headers;
  outgoing.writeHead(answer.status, passed);
  outgoing.end(answer.bytes);
}
