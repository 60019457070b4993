import { getEventListeners, once } from "node:events";
import type { IncomingMessage } from "node:http";
import { describe, expect, test, vi } from "vitest";
import { listen } from "../../test/support/listen.ts";
import { createContract } from "../contract/index.ts";
import { maxShownBytes } from "../payload/index.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { createFakePanel } from "../testing/index.ts";
import {
  type ClientOptions,
  createClient,
  KlartextError,
  OutsideContract,
  type PanelClient,
  PanelUnreachable,
} from "./index.ts";

const contract = createContract(liveConfigPolicy());
const megabyte = Buffer.alloc(1_000_000, " ");

/** Serves far more than is read, and tells how much of it went and when it was given up. */
async function serveMuch(status: number, headers: Readonly<Record<string, string>>) {
  let sent = 0;
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const address = await listen(async (_request, response) => {
    response.once("close", resolve);
    response.writeHead(status, headers);
    for (; sent < 60_000_000 && !response.destroyed; sent += megabyte.length) {
      if (!response.write(megabyte)) await Promise.race([once(response, "drain"), ended]);
    }
    response.end();
  });
  return {
    client: createClient(contract, { baseUrl: address }),
    sent: () => sent,
    ended,
  };
}

const purpose = "server-statistics";
const bytes = {
  "Content-Type": "application/json",
  "Klartext-Payload": "next",
  ETag: '"1"',
};

type Case = readonly [
  string,
  number,
  Readonly<Record<string, string>>,
  (client: PanelClient) => Promise<unknown>,
];

const kinds: readonly Case[] = [
  ["a payload", 200, bytes, (client) => client.getPayload(purpose)],
  ["sent bytes", 200, bytes, (client) => client.getTransmissionBody("1")],
  ["agreed bytes", 200, bytes, (client) => client.getDecisionPayload("1")],
  ["JSON", 200, bytes, (client) => client.getPurposes()],
  ["a list", 200, bytes, (client) => client.getTransmissions(undefined)],
  ["a decision", 200, bytes, (client) => client.withdraw(purpose)],
  [
    "a text",
    200,
    { "Content-Type": "text/markdown" },
    (client) =>
      client.getPolicyText("sha-256=:u7gZpcgT2FpWLAJeE3Tab+CM2YEYiZPLr24B3nwSn2s=:"),
  ],
  [
    "a problem",
    500,
    { "Content-Type": "application/problem+json" },
    (client) => client.getPolicy(),
  ],
  [
    "a page of HTML",
    200,
    { "Content-Type": "text/html" },
    (client) => client.getPolicy(),
  ],
];

describe("an answer that is far too long", () => {
  test.each(kinds)("that is %s is given up", async (_name, status, headers, ask) => {
    const { client, sent, ended } = await serveMuch(status, headers);

    await expect(ask(client)).rejects.toBeInstanceOf(KlartextError);
    await ended;
    expect(sent()).toBeLessThan(40_000_000);
  });
});

describe("an answer", () => {
  const answering = (answer: () => Response, options: ClientOptions = {}) =>
    createClient(contract, {
      baseUrl: "http://panel.test",
      fetch: async () => answer(),
      ...options,
    });

  test("that is more than can be shown is read, so that it can be saved", async () => {
    const content = new Uint8Array(maxShownBytes + 1);
    const client = answering(() => new Response(content, { headers: bytes }));

    expect((await client.getPayload(purpose)).bytes).toHaveLength(maxShownBytes + 1);
  });

  test("without a stream is measured all the same", async () => {
    const whole = new Response(new Uint8Array(3 * maxShownBytes), { headers: bytes });
    const client = answering(() =>
      Object.defineProperty(whole, "body", { value: undefined }),
    );

    await expect(client.getPayload(purpose)).rejects.toBeInstanceOf(OutsideContract);
  });

  test.each<[string, typeof globalThis.fetch]>([
    ["never comes", () => new Promise(() => {})],
    [
      "never ends",
      async () =>
        new Response(new ReadableStream({ pull: () => new Promise(() => {}) }), {
          headers: bytes,
        }),
    ],
  ])(
    "that %s is given up in time, whatever a host's fetch does",
    async (_name, fetch) => {
      const client = createClient(contract, {
        baseUrl: "http://p.test",
        fetch,
        timeout: 20,
      });

      await expect(client.getPayload(purpose)).rejects.toBeInstanceOf(PanelUnreachable);
    },
  );

  test("whose body stops in the middle is given up in time, and its connection", async () => {
    let closed: Promise<unknown> = Promise.resolve();
    const address = await listen((_request: IncomingMessage, response) => {
      closed = once(response, "close");
      response.writeHead(200, bytes).write("{");
    });
    const client = createClient(contract, { baseUrl: address, timeout: 200 });

    await expect(client.getPurposes()).rejects.toBeInstanceOf(PanelUnreachable);
    await closed;
  });

  test("that nobody waits for is given up, and is no failure of the panel", async () => {
    const leaving = new AbortController();
    let closed: Promise<unknown> = Promise.resolve();
    const address = await listen((_request, response) => {
      closed = once(response, "close");
      response.writeHead(200, bytes).write("{");
      leaving.abort(new Error("left"));
    });
    const client = createClient(contract, { baseUrl: address });

    await expect(client.getPurposes(leaving.signal)).rejects.toThrow("left");
    await closed;
  });

  test("that nobody waits for any more is not asked for", async () => {
    const fetch = vi.fn();
    const client = createClient(contract, { baseUrl: "http://p.test", fetch });

    await expect(client.getPolicy(AbortSignal.abort(new Error("left")))).rejects.toThrow(
      "left",
    );
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe("a client", () => {
  const panel = createFakePanel();

  test("needs no AbortSignal.any", async () => {
    const { any } = AbortSignal;
    Reflect.deleteProperty(AbortSignal, "any");
    try {
      const client = createClient(contract, { fetch: panel.fetch });

      expect((await client.getPolicy(new AbortController().signal)).contract).toBe(1);
    } finally {
      AbortSignal.any = any;
    }
  });

  test("leaves nothing behind at a signal that many requests share", async () => {
    const { signal } = new AbortController();
    const client = createClient(contract, { fetch: panel.fetch });

    await client.getPolicy(signal);
    await client.getPurposes(signal);

    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("keeps of what it has read only what it asks for again and again", async () => {
    panel.decideAs({ id: "admin", name: "Admin", mayDecide: true }, purpose, "grant");
    const client = createClient(contract, { fetch: panel.fetch });
    const id = panel.state().history[0]?.id ?? "";
    const conditional = () => panel.requests.at(-1)?.headers.has("If-None-Match");

    await client.getPurposes();
    await client.getPurposes();
    expect(conditional()).toBe(true);
    await client.getReceipt(id);
    await client.getReceipt(id);
    expect(conditional()).toBe(false);
    await client.getDecisionPayload(id);
    await client.getDecisionPayload(id);
    expect(conditional()).toBe(false);
  });
});
