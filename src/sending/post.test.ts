import { X509Certificate } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type ReceiverOptions,
  startHttpsReceiver,
} from "../../test/support/httpsReceiver.ts";
import { postAndTell } from "../../test/support/postAndTell.ts";
import { validityInDays } from "../../test/support/validityInDays.ts";
import { createAuthority } from "../certificates/certificates.ts";
import { digest } from "../payload/digest.ts";
import { caFingerprints } from "./certificatePins.ts";

const secret = "8c0f6c1e-0000-4000-8000-123456789abc";
const body = new TextEncoder().encode(`{ "id": "${secret}" }\n`);

describe("post", () => {
  test("delivers exactly the bytes and no header that is not stated", async () => {
    const receiver = await startHttpsReceiver();
    const result = await postAndTell({
      url: `${receiver.url}/v1/x`,
      ca: receiver.ca,
      body,
    });

    expect(result).toEqual({ outcome: "accepted", status: 202, tls: "verified" });
    expect(receiver.received).toEqual([
      {
        path: "/v1/x",
        headers: {
          host: new URL(receiver.url).host,
          "content-type": "application/json",
          "content-digest": await digest(body),
          "content-length": String(body.byteLength),
          connection: "close",
        },
        body: new TextDecoder().decode(body),
      },
    ]);
  });

  test("reads an answer in JSON", async () => {
    const receiver = await startHttpsReceiver({
      answer: (_received, response) => response.end('{"deleted": 2}'),
    });
    const { body: told } = await postAndTell({
      url: receiver.url,
      ca: receiver.ca,
      body,
    });

    expect(told).toBe('{"deleted": 2}');
  });

  test.each<[string, ReceiverOptions]>([
    ["for another address", { address: "127.0.0.2" }],
    ["that is out of date", { validity: validityInDays(-9, -1) }],
    ["that is not valid yet", { validity: validityInDays(1, 9) }],
  ])("sends nothing to a certificate %s", async (_name, options) => {
    const receiver = await startHttpsReceiver(options);
    const result = await postAndTell({ url: receiver.url, ca: receiver.ca, body });

    expect(result).toEqual({
      outcome: "tls-pin-mismatch",
      status: null,
      tls: "tls-pin-mismatch",
    });
    await receiver.close();
    expect(receiver.bytes()).toBe(0);
  });

  test("sends nothing under another authority, whatever the environment says", async () => {
    vi.spyOn(process, "emitWarning").mockReturnValue();
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const receiver = await startHttpsReceiver();
    const { cert } = await createAuthority(validityInDays(-1, 30));
    const { outcome } = await postAndTell({ url: receiver.url, ca: cert, body });

    expect(outcome).toBe("tls-pin-mismatch");
    await receiver.close();
    expect(receiver.bytes()).toBe(0);
  });

  test("sends nothing to a server that speaks no TLS", async () => {
    let heard = "";
    const plain = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.on("data", (chunk) => {
        heard += chunk.toString("latin1");
        socket.end("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
      });
    });
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void plain.close());
    const { port } = plain.address() as AddressInfo;
    const { cert } = await createAuthority(validityInDays(-1, 30));
    const result = await postAndTell({
      url: `https://127.0.0.1:${port}`,
      ca: cert,
      body,
    });

    expect(result).toEqual({ outcome: "unreachable", status: null, tls: "not-reached" });
    expect(heard).not.toContain(secret);
  });

  test("refuses to send without TLS", async () => {
    await expect(
      postAndTell({ url: "http://127.0.0.1:9", ca: "", body }),
    ).rejects.toThrow("https:");
  });

  test("says so when nobody answers the call", async () => {
    const receiver = await startHttpsReceiver();
    await receiver.close();
    const result = await postAndTell({ url: receiver.url, ca: receiver.ca, body });

    expect(result).toEqual({ outcome: "unreachable", status: null, tls: "not-reached" });
  });

  test("gives up on a server that never answers", async () => {
    const receiver = await startHttpsReceiver({ answer: () => undefined });
    const result = await postAndTell({
      ...{ url: receiver.url, ca: receiver.ca, body },
      timeoutMs: 300,
    });

    expect(result).toEqual({ outcome: "unreachable", status: null, tls: "verified" });
  });

  test("ends when it is told to", async () => {
    const controller = new AbortController();
    const receiver = await startHttpsReceiver({ answer: () => controller.abort() });
    const { signal } = controller;
    const result = await postAndTell({
      url: receiver.url,
      ca: receiver.ca,
      body,
      signal,
    });

    expect(result).toEqual({ outcome: "aborted", status: null, tls: "verified" });
  });

  test("follows no redirect", async () => {
    const elsewhere = await startHttpsReceiver();
    const receiver = await startHttpsReceiver({
      authority: elsewhere.authority,
      answer: (_received, response) =>
        response.writeHead(307, { Location: elsewhere.url }).end(),
    });
    const result = await postAndTell({ url: receiver.url, ca: receiver.ca, body });

    expect(result).toEqual({ outcome: "rejected", status: 307, tls: "verified" });
    await elsewhere.close();
    expect(elsewhere.bytes()).toBe(0);
  });

  test("checks the certificate of every connection anew", async () => {
    const receiver = await startHttpsReceiver();
    const { url, ca } = receiver;
    await postAndTell({ url, ca, body });
    await postAndTell({ url, ca, body });

    expect(receiver.resumed).toEqual([false, false]);
  });
});

describe("caFingerprints", () => {
  test("names each certificate of a PEM text", async () => {
    const { key, cert } = await createAuthority(validityInDays(-1, 30));
    const other = await createAuthority(validityInDays(-1, 30));
    const found = caFingerprints(`${key}\n${cert}\n${other.cert}`);

    expect(found).toEqual([
      new X509Certificate(cert).fingerprint256,
      new X509Certificate(other.cert).fingerprint256,
    ]);
    expect(found[0]).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });
});
