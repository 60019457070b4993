// A hundred panels in a process of their own; prints their URLs as one line of JSON.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createMemoryStore, createPanel } from "../../src/panel/index.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { createNodeListener } from "../../src/sending/createNodeListener.ts";
import { crashSample, statistics } from "../../src/testing/fixtures.ts";

const policy = policyInForce("bare");

async function serve(): Promise<string> {
  let port = 0;
  const panel = createPanel({
    ...{ policy, store: createMemoryStore(), allowUnseen: true },
    payloads: {
      read: (purpose) =>
        purpose === "server-statistics" ? { ...statistics } : { ...crashSample },
    },
    viewer: ({ headers }) =>
      headers.get("Cookie") || headers.get("Authorization")
        ? { id: "program", name: "Program", mayDecide: true }
        : undefined,
    origins: () => [`http://127.0.0.1:${port}`],
  });
  await panel.ready;
  const listener = createNodeListener(panel);
  const server = createServer((request, response) => {
    if (request.url !== "/session") return void listener(request, response);
    response.setHeader("Set-Cookie", "session=1").end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
  return `http://127.0.0.1:${port}`;
}

const urls = await Promise.all(Array.from({ length: 100 }, serve));
process.stdout.write(`${JSON.stringify(urls)}\n`);
