import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Viewer } from "../src/contract/index.ts";
import { createMemoryStore, createPanel } from "../src/panel/index.ts";
import { liveConfigPolicy } from "../src/policy/index.ts";
import { createNodeListener } from "../src/sending/index.ts";
import { crashSample, statistics } from "../src/testing/index.ts";

test("each request is answered to whom the host's framework has found, also many at a time", async () => {
  const signedIn = new AsyncLocalStorage<Viewer>();
  const panel = createPanel({
    policy: liveConfigPolicy(),
    store: createMemoryStore(),
    payloads: {
      read: (purpose) => (purpose === "crash-reports" ? crashSample : statistics),
    },
    origins: () => [address],
    viewer: async () => signedIn.getStore(),
  });
  const answer = createNodeListener(panel);
  const server = createServer((request, response) => {
    const id = String(request.headers.authorization);
    signedIn.run({ id, name: id, mayDecide: true }, answer, request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = Array.from({ length: 20 }, (_, index) => `person ${index}`);

  const told = await Promise.all(
    people.map(async (Authorization) => {
      const url = `${address}/api/privacy/purposes`;
      const found = await fetch(url, { headers: { Authorization } });
      return (await found.json()).viewer.id;
    }),
  );

  expect(told).toEqual(people);
});
