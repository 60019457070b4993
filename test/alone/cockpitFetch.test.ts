import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createClient } from "../../src/client/index.ts";
import { createContract } from "../../src/contract/index.ts";
import { digest } from "../../src/payload/digest.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { askAsBridge } from "../support/cockpit/askAsBridge.ts";
import {
  type ChannelAnswer,
  type ChannelRequest,
  type CockpitHttp,
  createHttp,
  type OpenChannel,
} from "../support/cockpit/cockpitHttp.ts";
import { startTestPanel } from "../support/startTestPanel.ts";

const example: {
  readonly createCockpitFetch: (http: CockpitHttp, origin: string) => typeof fetch;
} = await import(
  pathToFileURL(join(import.meta.dirname, "../../docs/examples/cockpit/cockpitFetch.js"))
    .href
);
const { createCockpitFetch } = example;

const origin = "https://panel.example:8443";
const base = "https://server.example:9090/api/privacy";

beforeEach(() => {
  vi.stubGlobal("location", new URL("https://server.example:9090/cockpit/@localhost/"));
});

function fetchOver(open: OpenChannel, port = 4173): typeof fetch {
  return createCockpitFetch(createHttp(open, port, { binary: true }), origin);
}

interface Asked extends ChannelRequest {
  readonly body: string;
}

/** A bridge that gives one answer and keeps what it was asked. */
function bridgeWith(answer: Partial<ChannelAnswer>) {
  const asked: Asked[] = [];
  const open: OpenChannel = async (request, body) => {
    asked.push({ ...request, body: new TextDecoder().decode(body) });
    const plain = { status: 200, reason: "OK", headers: {}, body: new Uint8Array() };
    return "problem" in answer && answer.problem !== undefined
      ? { ...answer, problem: answer.problem }
      : { ...plain, ...answer };
  };
  return { fetch: fetchOver(open), asked };
}

/** A bridge that never answers, and the signal of the channel to it. */
function silentBridge() {
  const closed: AbortSignal[] = [];
  const open: OpenChannel = (_request, _body, signal) => {
    closed.push(signal);
    return new Promise(() => {});
  };
  return { fetch: fetchOver(open), closed };
}

describe("a request over Cockpit's bridge", () => {
  test("keeps method, path, query, headers and body", async () => {
    const { fetch, asked } = bridgeWith({});

    await fetch(`${base}/purposes/a/decision?fresh=7`, {
      method: "PUT",
      headers: { "If-Match": '"7"', Cookie: "session=abc" },
      body: '{"decision":"Prüfung"}',
    });

    expect(asked).toMatchObject([
      {
        method: "PUT",
        path: "/api/privacy/purposes/a/decision?fresh=7",
        headers: { "if-match": '"7"', cookie: "session=abc" },
        body: '{"decision":"Prüfung"}',
      },
    ]);
  });

  test("names the panel's own host and origin", async () => {
    const { fetch, asked } = bridgeWith({});

    await fetch(`${base}/policy`);

    expect(asked[0]?.headers).toEqual({ Host: "panel.example:8443", Origin: origin });
  });

  test("leaves out of the path which server Cockpit shows", async () => {
    const { fetch, asked } = bridgeWith({});

    await fetch(new URL("/@ada%40web-2/api/privacy/policy", base));

    expect(asked[0]?.path).toBe("/api/privacy/policy");
  });
});

describe("an answer over Cockpit's bridge", () => {
  test("has status, headers and the very bytes", async () => {
    const body = new Uint8Array([0, 255, 254, 0xc3, 0x28]);
    const headers = { "Repr-Digest": "sha-256=:abc=:" };
    const { fetch } = bridgeWith({ status: 202, headers, body });

    const answer = await fetch(`${base}/policy`);

    expect([answer.ok, answer.status]).toEqual([true, 202]);
    expect(answer.headers.get("repr-digest")).toBe("sha-256=:abc=:");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(body);
  });

  test.each([302, 401, 412, 503])(
    "that Cockpit calls an error, such as %i, has its body too",
    async (status) => {
      const body = new TextEncoder().encode('{"type":"about:blank"}');
      const { fetch } = bridgeWith({ status, body });

      const answer = await fetch(`${base}/policy`);

      expect([answer.ok, answer.status]).toEqual([false, status]);
      expect(await answer.json()).toEqual({ type: "about:blank" });
    },
  );

  test.each([204, 205, 304])("of %i has no body", async (status) => {
    const { fetch } = bridgeWith({ status, headers: { ETag: '"7"' } });

    const answer = await fetch(`${base}/policy`);

    expect([answer.status, answer.body]).toEqual([status, null]);
    expect(answer.headers.get("etag")).toBe('"7"');
  });

  test("of a status that no Response has is none", async () => {
    const { fetch } = bridgeWith({ status: 999 });

    await expect(fetch(`${base}/policy`)).rejects.toThrow(RangeError);
  });

  test.each(["not-found", "terminated", "disconnected"])(
    "is none when the bridge has the problem %s",
    async (problem) => {
      const { fetch } = bridgeWith({ problem });

      await expect(fetch(`${base}/policy`)).rejects.toThrow(new TypeError(problem));
    },
  );

  test("is none when nothing listens at the port", async () => {
    const panel = await startTestPanel();
    const { port } = new URL(panel.address());
    await panel.stop();

    await expect(
      fetchOver(askAsBridge, Number(port))(`${base}/policy`),
    ).rejects.toBeInstanceOf(TypeError);
  });
});

describe("a request that is given up", () => {
  test("before it is sent, is not sent", async () => {
    const { fetch, asked } = bridgeWith({});
    const reason = new Error("too late");

    await expect(
      fetch(`${base}/policy`, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    expect(asked).toEqual([]);
  });

  test("while it is open, closes its channel", async () => {
    const { fetch, closed } = silentBridge();
    const controller = new AbortController();
    const reason = new Error("too late");

    const answer = fetch(`${base}/policy`, { signal: controller.signal });
    controller.abort(reason);

    await expect(answer).rejects.toBe(reason);
    expect(closed.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe("at a real panel", () => {
  const policy = liveConfigPolicy();
  const contract = createContract(policy);
  const purpose = "server-statistics";

  test("a client reads, agrees and withdraws, with the session in a header", async () => {
    const { port, headers } = await startPanel();
    const client = createClient(contract, {
      baseUrl: "/@localhost/api/privacy",
      fetch: fetchOver(askAsBridge, port),
      headers: () => headers,
    });

    const { viewer, purposes } = await client.getPurposes();
    const { bytes, check } = await client.getPayload(purpose);
    const payloadDigest = await digest(bytes);
    const { revision, texts } = await client.getPolicy();
    const sequence = purposes[purpose]?.decision.sequence ?? -1;
    const granted = await client.putDecision(purpose, sequence, {
      ...{ decision: "granted", revision, language: "en" },
      ...{ textDigest: texts.en.digest, payloadDigest },
    });
    const withdrawn = await client.withdraw(purpose);

    expect(check).toMatchObject({ status: "matches" });
    expect([viewer.id, granted.status, withdrawn.status]).toEqual([
      ...["admin", "granted", "withdrawn"],
    ]);
  });

  test("a bridge by itself is turned down: it names no origin, and a host of its own", async () => {
    const { port, headers } = await startPanel();
    const path = `/api/privacy/purposes/${purpose}/decision`;
    const ask = async (more: Readonly<Record<string, string>>) => {
      const request = { port, path, method: "DELETE", headers: { ...headers, ...more } };
      const { signal } = new AbortController();
      const answer = await askAsBridge(request, new Uint8Array(), signal);
      return "status" in answer ? answer.status : answer.problem;
    };

    expect(await ask({})).toBe(403);
    expect(await ask({ Host: "localhost", Origin: origin })).toBe(421);
    expect(await ask({ Host: "panel.example:8443", Origin: origin })).toBe(200);
  });

  async function startPanel() {
    const panel = await startTestPanel({ policy, config: { origin } });
    const { headers } = await panel.signIn("admin");
    const { Cookie = "" } = headers;
    return { port: Number(new URL(panel.address()).port), headers: { Cookie } };
  }
});
