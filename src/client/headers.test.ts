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
