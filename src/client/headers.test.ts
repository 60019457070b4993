import { expect, test, vi } from "vitest";
import { createContract } from "../contract/index.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { type ClientOptions, ConfigError, createClient } from "./index.ts";

const contract = createContract(liveConfigPolicy());

test.each<[string, ClientOptions["headers"]]>([
  ["that HTTP does not allow", { "X-CSRF-Token": "two\nlines" }],
  ["with a name that HTTP does not allow", { "X CSRF": "1" }],
  [
    "whose function throws",
    () => {
      throw new TypeError("Cannot read properties of null (reading 'content')");
    },
  ],
  ["whose function rejects", () => Promise.reject(new Error("no token"))],
  ["whose function throws no Error", () => Promise.reject(undefined)],
  ["that a function forgets to give", () => undefined as never],
  ["that are a line of text", () => "X-CSRF-Token: 1" as never],
  ["that are null", null as never],
  ["with a value that is missing", () => ({ "X-CSRF-Token": undefined as never })],
  ["with a value that is an object", { "X-CSRF-Token": {} as never }],
])("headers %s are no silence of the panel", async (_name, headers = {}) => {
  const fetch = vi.fn(async (url: RequestInfo | URL, init?: RequestInit) => {
    new Request(url, init);
    return new Response();
  });
  const client = createClient(contract, { baseUrl: "http://p.test", headers, fetch });

  const error = await client.getPolicy().catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(ConfigError);
  expect(error).toMatchObject({ code: "invalid-headers" });
});

test("headers whose function never answers are no silence of the panel", async () => {
  const fetch = vi.fn();
  const headers = () => new Promise<never>(() => {});
  const client = createClient(contract, {
    baseUrl: "http://p.test",
    timeout: 5,
    headers,
    fetch,
  });

  await expect(client.getPolicy()).rejects.toMatchObject({ code: "invalid-headers" });
  expect(fetch).not.toHaveBeenCalled();
});

test("one header of the host's that the client sends too is sent once", async () => {
  const sent: Headers[] = [];
  const client = createClient(contract, {
    baseUrl: "http://p.test",
    headers: { "content-type": "text/plain", "X-Count": 7 as never },
    fetch: async (_url, init) => {
      sent.push(new Headers(init?.headers));
      return new Response();
    },
  });
  await client.putDecision("server-statistics", 0, {} as never).catch(() => {});

  expect(sent[0]?.get("Content-Type")).toBe("application/json");
  expect(sent[0]?.get("X-Count")).toBe("7");
});
