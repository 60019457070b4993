import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import { createContract } from "../contract/index.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { createFakePanel } from "../testing/index.ts";
import {
  ConfigError,
  createClient,
  ForeignAnswer,
  OutsideContract,
  PanelProblem,
  PanelUnreachable,
} from "./index.ts";

const contract = createContract(liveConfigPolicy());
const panel = createFakePanel();
const purpose = "server-statistics";

/** A client over a `fetch` that makes something of what the panel answered. */
function over(make: (answer: Response) => unknown) {
  const fetch = vi.fn(async (...request: Parameters<typeof globalThis.fetch>) =>
    make(await panel.fetch(...request)),
  );
  return createClient(contract, { fetch: fetch as unknown as typeof globalThis.fetch });
}

/** A client whose `fetch` fails with this. */
function failing(error: unknown) {
  return createClient(contract, { fetch: () => Promise.reject(error) });
}

async function headOf(answer: Response) {
  const { status, headers } = answer;
  return { status, headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

const failure = (asked: Promise<unknown>) => asked.catch((thrown: unknown) => thrown);

describe("what a host's fetch gives is told where it is no answer:", () => {
  test.each<[string, (answer: Response) => unknown, RegExp]>([
    ["nothing", () => undefined, /resolves to undefined/],
    ["null", () => null, /resolves to null/],
    ["the text", (answer) => answer.text(), /resolves to a string/],
    ["the data", (answer) => answer.json(), /undefined for the status/],
    [
      "what axios gives",
      async ({ status, headers }) => ({ status, headers, data: "{}" }),
      /without a stream and without a function arrayBuffer/,
    ],
    [
      "a status that is a word",
      ({ headers }) => ({ status: "200", headers }),
      /a string/,
    ],
    [
      "a status that is none",
      ({ headers }) => ({ status: Number.NaN, headers }),
      /status/,
    ],
    [
      "an opaque answer",
      () => ({ type: "opaque", status: 0, headers: new Headers() }),
      /the status 0/,
    ],
    [
      "headers as a record",
      ({ status, headers }) => ({ status, headers: Object.fromEntries(headers) }),
      /headers without a function get/,
    ],
    ["no headers", ({ status }) => ({ status }), /headers without a function get/],
    [
      "headers as a map",
      ({ status, headers }) => ({ status, headers: new Map(headers) }),
      /tell capital letters apart/,
    ],
    [
      "a header that is no text",
      ({ status }) => ({ status, headers: { get: () => ["application/json"] } }),
      /an object for the header/,
    ],
    [
      "headers whose function throws",
      ({ status }) => ({
        status,
        headers: {
          get: () => {
            throw new RangeError("no such header");
          },
        },
      }),
      /no such header/,
    ],
    [
      "a body that is text",
      async ({ status, headers }) => ({ status, headers, body: "{}" }),
      /without a function arrayBuffer/,
    ],
    [
      "text for the bytes",
      ({ status, headers }) => ({ status, headers, arrayBuffer: async () => "{}" }),
      /a string in the place of the body's bytes/,
    ],
    [
      "a number for the bytes",
      ({ status, headers }) => ({ status, headers, arrayBuffer: async () => 8 }),
      /a number in the place/,
    ],
    [
      "a stream of text",
      ({ status, headers, body }) => ({
        status,
        headers,
        body: body?.pipeThrough(new TextDecoderStream()),
      }),
      /a string in the place/,
    ],
    [
      "a body that was read",
      async (answer) => {
        await answer.text();
        return answer;
      },
      /read before/,
    ],
    [
      "a body that somebody is reading",
      (answer) => {
        answer.body?.getReader();
        return answer;
      },
      /read before/,
    ],
    [
      "a reader that gives nothing",
      ({ status, headers }) => ({
        status,
        headers,
        body: { getReader: () => ({ read: () => undefined }) },
      }),
      /undefined in the place/,
    ],
    [
      "a redirect that was followed",
      (answer) => Object.defineProperty(answer, "redirected", { value: true }),
      /follows redirects/,
    ],
  ])("%s", async (_name, make, what) => {
    const error = await failure(over(make).getPurposes());

    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ code: "invalid-fetch" });
    expect(String(error)).toMatch(what);
    expect(String(error)).toMatch(/give one that resolves to a Response/);
  });

  test.each([null, "fetch", {}, 0])("%j in the place of a function", async (fetch) => {
    const client = createClient(contract, {
      fetch: fetch as unknown as typeof globalThis.fetch,
    });

    expect(await failure(client.getPolicy())).toMatchObject({ code: "invalid-fetch" });
  });

  test("to a decision too, which is then not taken for one", async () => {
    const client = over(() => "granted");

    expect(await failure(client.withdraw(purpose))).toMatchObject({
      code: "invalid-fetch",
    });
  });

  test("in the place of a problem too", async () => {
    const client = over(({ headers: _headers }) => ({
      status: 500,
      headers: new Headers({ "Content-Type": "application/problem+json" }),
      arrayBuffer: async () => "{}",
    }));

    expect(await failure(client.getPolicy())).toMatchObject({ code: "invalid-fetch" });
  });
});

describe("what a host's fetch fails with", () => {
  const isolated = (code: string): unknown => runInNewContext(code);

  test.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /rejects with undefined/],
    ["a text", "offline", /rejects with a string/],
    ["an event", new Event("error"), /rejects with an object, which is no Error/],
    ["an answer", new Response(null, { status: 401 }), /no Error/],
    [
      "an error that has an answer",
      Object.assign(new Error("Request failed"), { response: { status: 409 } }),
      /where the panel answered 409/,
    ],
    [
      "an error that has a status",
      Object.assign(new Error("Unauthorized"), { status: 401 }),
      /where the panel answered 401/,
    ],
    ["a name that is not there", new ReferenceError("axios is not defined"), /axios/],
    ["a mistake in it", new TypeError("init.headers.get is not a function"), /init/],
    ["a mistake of another realm", isolated("new RangeError('no status')"), /no status/],
    ["a body that was read", new TypeError("Body is unusable"), /unusable/],
    [
      "a Response that cannot be made",
      (() => {
        try {
          return new Response("", { status: 304 });
        } catch (error) {
          return error;
        }
      })(),
      /Response/,
    ],
  ])("is told as a set-up where it is %s", async (_name, thrown, what) => {
    const error = await failure(failing(thrown).getPolicy());

    expect(error).toMatchObject({ code: "invalid-fetch" });
    expect(String(error)).toMatch(what);
    if (thrown !== undefined) expect(error).toHaveProperty("cause", thrown);
  });

  test.each<[string, unknown]>([
    ["Chrome", new TypeError("Failed to fetch")],
    ["Firefox", new TypeError("NetworkError when attempting to fetch resource.")],
    ["Safari", new TypeError("Load failed")],
    [
      "Safari in German",
      new TypeError("Die Internetverbindung ist anscheinend offline."),
    ],
    ["Node", new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })],
    ["axios", Object.assign(new Error("Network Error"), { status: undefined })],
    ["Cockpit", { problem: "not-found", status: null, message: "Not found" }],
    ["Angular", Object.assign(new Error("0 Unknown Error"), { status: 0 })],
    ["another realm", isolated("new TypeError('Failed to fetch')")],
    ["an abort", new DOMException("The operation was aborted.", "AbortError")],
  ])("is no answer where it is that of %s", async (_name, thrown) => {
    expect(await failure(failing(thrown).getPolicy())).toBeInstanceOf(PanelUnreachable);
  });

  test("is no answer where a service worker gives a network error", async () => {
    const client = over(() => Response.error());

    expect(await failure(client.getPolicy())).toBeInstanceOf(PanelUnreachable);
  });
});

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
    const client = over(make);
    const direct = createClient(contract, { fetch: panel.fetch });

    expect(await client.getPurposes()).toEqual(await direct.getPurposes());
    expect((await client.getPayload(purpose)).check.status).toBe("matches");
    // The second time it is 304, and has no body.
    expect(await client.getPurposes()).toEqual(await direct.getPurposes());
    expect(await failure(client.getReceipt("none"))).toBeInstanceOf(PanelProblem);
  });

  test("of a sign-in gateway, whose page is no mistake of the host's", async () => {
    const client = over(() => {
      const page = new Response("<!doctype html>", {
        headers: { "Content-Type": "text/html" },
      });
      return Object.defineProperty(page, "redirected", { value: true });
    });

    expect(await failure(client.getPolicy())).toBeInstanceOf(ForeignAnswer);
  });

  test("of bytes that are no JSON, which is the panel's own affair", async () => {
    const client = over(({ headers }) => new Response("<", { headers }));

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
