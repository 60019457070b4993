import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  clientOver,
  clientThatFails,
  contract,
  failure,
  purpose,
} from "../../test/support/clientOver.ts";
import { ConfigError, createClient, PanelUnreachable } from "./index.ts";

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
    const error = await failure(clientOver(make).getPurposes());

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
    const client = clientOver(() => "granted");

    expect(await failure(client.withdraw(purpose))).toMatchObject({
      code: "invalid-fetch",
    });
  });

  test("in the place of a problem too", async () => {
    const client = clientOver(({ headers: _headers }) => ({
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
    const error = await failure(clientThatFails(thrown).getPolicy());

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
    expect(await failure(clientThatFails(thrown).getPolicy())).toBeInstanceOf(
      PanelUnreachable,
    );
  });

  test("is no answer where a service worker gives a network error", async () => {
    const client = clientOver(() => Response.error());

    expect(await failure(client.getPolicy())).toBeInstanceOf(PanelUnreachable);
  });
});
