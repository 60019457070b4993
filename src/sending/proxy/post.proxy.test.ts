import { describe, expect, test } from "vitest";
import { named, startConnectProxy } from "../../../test/support/connectProxy.ts";
import { startHttpsReceiver } from "../../../test/support/httpsReceiver.ts";
import { type PostResult, post } from "../post.ts";
import { parseProxyUrl } from "./parseProxyUrl.ts";

const secret = "8c0f6c1e-0000-4000-8000-123456789abc";
const body = new TextEncoder().encode(`{ "id": "${secret}" }\n`);
const large = new TextEncoder().encode(secret.repeat(500_000));
const noWay: PostResult = { outcome: "unreachable", status: null, tls: "not-reached" };
const startVendor = () => startHttpsReceiver({ address: "vendor.example" });
const withCredentials = (url: string) => url.replace("//", "//ada:geheim%40@");

describe("through a proxy", () => {
  test("the bytes arrive under the vendor's own TLS, and the proxy learns host and port", async () => {
    const vendor = await startVendor();
    const proxy = await startConnectProxy();
    const url = named(vendor.url);
    const result = await post({
      ...{ url: `${url}/v1/x`, ca: vendor.ca, proxy: parseProxyUrl(proxy.url), body },
    });
    const { host } = new URL(url);

    expect(result).toMatchObject({ outcome: "accepted", status: 202, tls: "verified" });
    expect(vendor.received).toEqual([
      expect.objectContaining({ path: "/v1/x", body: new TextDecoder().decode(body) }),
    ]);
    expect(vendor.received[0]?.headers).not.toHaveProperty("proxy-authorization");
    expect(proxy.heads).toEqual([
      `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ]);
    expect(proxy.heard()).toContain("vendor.example");
    expect(proxy.heard()).not.toContain(secret);
    expect(proxy.heard()).not.toContain("/v1/x");
  });

  test("an IPv6 vendor is named with its brackets", async () => {
    const proxy = await startConnectProxy(({ answer }) => answer(403));
    const url = "https://[2001:db8::1]/v1/x";
    await post({ url, ca: "", proxy: parseProxyUrl(proxy.url), body });

    expect(proxy.heads[0]).toMatch(/^CONNECT \[2001:db8::1\]:443 HTTP\/1\.1\r\n/);
  });

  test("that wants credentials they are told to it, and to nobody else", async () => {
    const vendor = await startVendor();
    const proxy = await startConnectProxy(({ head, tunnel, answer }) => {
      const [, coded = ""] = /^Proxy-Authorization: Basic (\S+)\r$/m.exec(head) ?? [];
      if (Buffer.from(coded, "base64").toString() === "ada:geheim@") tunnel();
      else answer(407, 'Proxy-Authenticate: Basic realm="x"');
    });
    const send = (address: string) =>
      post({
        url: named(vendor.url),
        ca: vendor.ca,
        proxy: parseProxyUrl(address),
        body,
      });

    const without = await send(proxy.url);
    expect(without).toMatchObject(noWay);
    expect(without.refusal?.message).toContain("answered 407 to CONNECT");
    expect(vendor.bytes()).toBe(0);

    expect(await send(withCredentials(proxy.url))).toMatchObject({ status: 202 });
    expect(JSON.stringify(vendor.received)).not.toMatch(/geheim|YWRhOmdlaGVpbUA/);
  });

  test.each([100, 204, 301, 403, 407, 429, 500, 502, 503])(
    "that answers %i sends nothing there, and says what was asked",
    async (status) => {
      const vendor = await startVendor();
      const proxy = await startConnectProxy(({ answer, client }) =>
        status === 204 ? client.end("HTTP/1.1 204 No\r\n\r\n") : answer(status),
      );
      const { refusal, ...result } = await post({
        ...{ url: named(vendor.url), ca: vendor.ca, body },
        proxy: parseProxyUrl(withCredentials(proxy.url)),
      });

      expect(result).toEqual(noWay);
      if (status !== 204) {
        expect(refusal?.message).toContain(
          `The proxy 127.0.0.1:${proxy.port} answered ${status} to CONNECT vendor.example:`,
        );
      }
      expect(refusal?.message ?? "").not.toMatch(/geheim|ada/);
      expect(proxy.heard()).not.toContain(secret);
      expect(vendor.bytes()).toBe(0);
    },
  );

  test("that breaks TLS no byte of a payload leaves", async () => {
    const vendor = await startVendor();
    const inTheMiddle = await startVendor();
    const middlePort = Number(new URL(inTheMiddle.url).port);
    const proxy = await startConnectProxy(({ tunnel }) => void tunnel(middlePort));
    const result = await post({
      ...{ url: named(vendor.url), ca: vendor.ca, proxy: parseProxyUrl(proxy.url), body },
    });

    expect(result).toEqual({
      ...{ outcome: "tls-pin-mismatch", status: null, tls: "tls-pin-mismatch" },
    });
    await inTheMiddle.close();
    expect(inTheMiddle.bytes()).toBe(0);
    expect(vendor.bytes()).toBe(0);
    expect(proxy.heard()).not.toContain(secret);
  });

  test("that presents a certificate of the vendor's authority for another name, none leaves either", async () => {
    const vendor = await startHttpsReceiver({ address: "other.example" });
    const proxy = await startConnectProxy();
    const { outcome } = await post({
      ...{ url: named(vendor.url), ca: vendor.ca, proxy: parseProxyUrl(proxy.url), body },
    });

    expect(outcome).toBe("tls-pin-mismatch");
    await vendor.close();
    expect(vendor.bytes()).toBe(0);
  });

  test("that speaks in the tunnel itself the attempt ends", async () => {
    const vendor = await startVendor();
    const proxy = await startConnectProxy(({ client }) =>
      client.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"),
    );
    const result = await post({
      ...{ url: named(vendor.url), ca: vendor.ca, proxy: parseProxyUrl(proxy.url), body },
    });

    expect(result).toEqual(noWay);
  });
});

describe("through a proxy that dies", () => {
  const sendTo = async (
    play: Parameters<typeof startConnectProxy>[0],
    sent: Uint8Array = body,
  ) => {
    const vendor = await startVendor();
    const proxy = await startConnectProxy(play);
    const result = await post({
      ...{ url: named(vendor.url), ca: vendor.ca, proxy: parseProxyUrl(proxy.url) },
      ...{ body: sent, timeoutMs: 15_000 },
    });
    return { vendor, proxy, result };
  };

  test.each([
    ["before its answer, by an end", "end"],
    ["before its answer, by a reset", "resetAndDestroy"],
  ] as const)("%s, nothing arrives", async (_name, how) => {
    const { vendor, result } = await sendTo(({ client }) => void client[how]());

    expect(result).toEqual(noWay);
    expect(vendor.bytes()).toBe(0);
  });

  test("within its answer, nothing arrives", async () => {
    const { vendor, result } = await sendTo(
      ({ client }) => void client.end("HTTP/1.1 200 Conn"),
    );

    expect(result).toEqual(noWay);
    expect(vendor.bytes()).toBe(0);
  });

  test("after its answer, nothing arrives", async () => {
    const { vendor, result } = await sendTo(({ client }) =>
      client.write("HTTP/1.1 200 OK\r\n\r\n", () => client.resetAndDestroy()),
    );

    expect(result).toEqual(noWay);
    expect(vendor.bytes()).toBe(0);
  });

  test("in the middle of the body, no whole report arrives", async () => {
    const { vendor, proxy, result } = await sendTo(({ client, tunnel }) => {
      tunnel();
      let passed = 0;
      client.on("data", ({ byteLength }: Buffer) => {
        passed += byteLength;
        if (passed > 1_000_000) client.resetAndDestroy();
      });
    }, large);

    expect(result).toEqual({ ...noWay, tls: "verified" });
    expect(proxy.heard().length).toBeGreaterThan(1_000_000);
    expect(vendor.received).toEqual([]);
    expect(proxy.heard()).not.toContain(secret);
  });

  test("is not there at all, nothing is sent", async () => {
    const vendor = await startVendor();
    const proxy = await startConnectProxy();
    await proxy.close();
    const result = await post({
      ...{ url: named(vendor.url), ca: vendor.ca, proxy: parseProxyUrl(proxy.url), body },
    });

    expect(result).toEqual(noWay);
    expect(vendor.bytes()).toBe(0);
  });
});

describe("an attempt through a proxy", () => {
  test("ends at the limit of time where CONNECT gets no answer, by a reset", async () => {
    const vendor = await startVendor();
    const proxy = await startConnectProxy(() => undefined);
    const since = performance.now();
    const result = await post({
      ...{ url: named(vendor.url), ca: vendor.ca, proxy: parseProxyUrl(proxy.url), body },
      timeoutMs: 500,
    });

    expect(result).toEqual(noWay);
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(await proxy.ended()).toBe("ECONNRESET");
    expect(vendor.bytes()).toBe(0);
  });

  test("is not written where the way took too long", async () => {
    const vendor = await startVendor();
    const proxy = await startConnectProxy(({ tunnel }) =>
      setTimeout(() => tunnel(), 400),
    );
    const result = await post({
      ...{ url: named(vendor.url), ca: vendor.ca, proxy: parseProxyUrl(proxy.url), body },
      ...{ timeoutMs: 15_000, writeWithinMs: 200 },
    });

    expect(result).toEqual({ ...noWay, tls: "verified" });
    expect(vendor.received).toEqual([]);
  });

  test.each(["CONNECT", "the body"])(
    "that is aborted at %s is reset, and nothing more leaves",
    async (moment) => {
      const controller = new AbortController();
      const { signal } = controller;
      const vendor = await startVendor();
      const proxy = await startConnectProxy(({ client, tunnel }) => {
        if (moment === "CONNECT") return controller.abort();
        tunnel();
        let passed = 0;
        client.on("data", ({ byteLength }: Buffer) => {
          passed += byteLength;
          if (passed > 500_000 && !signal.aborted) controller.abort();
        });
      });
      const { outcome } = await post({
        ...{ url: named(vendor.url), ca: vendor.ca, proxy: parseProxyUrl(proxy.url) },
        ...{ body: large, signal },
      });

      expect(outcome).toBe("aborted");
      expect(await proxy.ended()).toBe("ECONNRESET");
      expect(proxy.heard().length).toBeLessThan(large.byteLength);
      expect(vendor.received).toEqual([]);
    },
  );
});
