import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import {
  clientOver,
  contract,
  failure,
  headOf,
  panel,
  purpose,
} from "../../test/support/clientOver.ts";
import { createClient, ForeignAnswer, OutsideContract, PanelProblem } from "./index.ts";

describe("a host's fetch is as good as the global one", () => {
  test.each<[string, (answer: Response) => unknown]>([
    [
      "with an object that has what is needed, and no more",
      async (answer) => {
        const { status, headers, bytes } = await headOf(answer);
        return {
          status,
          headers: { get: (name: string) => headers.get(name) ?? undefined },
          arrayBuffer: () => bytes.buffer,
        };
      },
    ],
    [
      "with a view of bytes in a larger buffer",
      async (answer) => {
        const { bytes, ...head } = await headOf(answer);
        const larger = new Uint8Array(bytes.length + 20).fill(120);
        larger.set(bytes, 7);
        return { ...head, arrayBuffer: () => larger.subarray(7, 7 + bytes.length) };
      },
    ],
    [
      "with a buffer of another realm",
      async (answer) => {
        const { bytes, ...head } = await headOf(answer);
        const other = runInNewContext("new ArrayBuffer(length)", {
          length: bytes.length,
        }) as ArrayBuffer;
        new Uint8Array(other).set(bytes);
        return { ...head, arrayBuffer: async () => other };
      },
    ],
    [
      "with a stream of Node, as node-fetch has it",
      async (answer) => {
        const { bytes, ...head } = await headOf(answer);
        return { ...head, body: Readable.from([bytes]), arrayBuffer: () => bytes.buffer };
      },
    ],
    [
      "with a reader that cannot be cancelled",
      async (answer) => {
        const { bytes, ...head } = await headOf(answer);
        const steps = [{ value: bytes, done: false }, { done: true }];
        return { ...head, body: { getReader: () => ({ read: () => steps.shift() }) } };
      },
    ],
    ["with a clone", (answer) => answer.clone()],
    ["with an answer that is there at once", (answer) => answer],
  ])("%s", async (_name, make) => {
    const client = clientOver(make);
    const direct = createClient(contract, { fetch: panel.fetch });

    expect(await client.getPurposes()).toEqual(await direct.getPurposes());
    expect((await client.getPayload(purpose)).check.status).toBe("matches");
    // The second time it is 304, and has no body.
    expect(await client.getPurposes()).toEqual(await direct.getPurposes());
    expect(await failure(client.getReceipt("none"))).toBeInstanceOf(PanelProblem);
  });

  test("of a sign-in gateway, whose page is no mistake of the host's", async () => {
    const client = clientOver(() => {
      const page = new Response("<!doctype html>", {
        headers: { "Content-Type": "text/html" },
      });
      return Object.defineProperty(page, "redirected", { value: true });
    });

    expect(await failure(client.getPolicy())).toBeInstanceOf(ForeignAnswer);
  });

  test("of bytes that are no JSON, which is the panel's own affair", async () => {
    const client = clientOver(({ headers }) => new Response("<", { headers }));

    expect(await failure(client.getPolicy())).toBeInstanceOf(OutsideContract);
  });

  test("is called with what it has to hand on", async () => {
    const fetch = vi.fn(panel.fetch);
    const client = createClient(contract, {
      fetch,
      headers: new Headers({ "X-CSRF": "1", "if-match": "of the host" }),
    });
    await failure(client.putDecision(purpose, 0, {} as never));

    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(`${client.baseUrl}/purposes/${purpose}/decision`);
    expect(init).toMatchObject({
      method: "PUT",
      body: "{}",
      redirect: "manual",
      credentials: "same-origin",
      headers: {
        "x-csrf": "1",
        "if-match": '"0"',
        "content-type": "application/json",
      },
    });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
  });
});
