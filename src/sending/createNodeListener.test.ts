import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { rawRequest, sendRaw } from "../../test/support/sendRaw.ts";
import type { PanelRequest } from "../panel/index.ts";
import { createNodeListener } from "./createNodeListener.ts";

async function serve(
  handle: (request: PanelRequest) => Promise<Response>,
  change: (request: IncomingMessage) => void = () => undefined,
) {
  const report = vi.fn();
  const listener = createNodeListener({ handle }, { report });
  const server = createServer((request, response) => {
    change(request);
    void listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, report };
}

const echo = async ({ method, url, headers, body }: PanelRequest) => {
  const text = body ? await new Response(body).text() : null;
  return Response.json([method, url, headers.get("Host"), headers.get("Cookie"), text]);
};

describe("a listener for node:http", () => {
  test.each([
    ["/a?b=1", "panel.example", "http://panel.example/a?b=1"],
    ["//evil.example/a", "panel.example", "http://panel.example//evil.example/a"],
    ["http://other.example/a", "panel.example", "http://other.example/a"],
    ["/a", "not a host", "http://localhost/a"],
    ["/a", "ada@panel.example", "http://localhost/a"],
    ["/a", "panel.example?", "http://localhost/a"],
    ["*", "panel.example", "http://panel.example/"],
  ])("reads the target %s for %s as %s", async (target, host, url) => {
    const { address } = await serve(echo);
    const answer = await sendRaw(address, rawRequest(`OPTIONS ${target} HTTP/1.1`, host));

    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")[1]).toBe(url);
  });

  test("hands on method, header and body as they came", async () => {
    const { address } = await serve(echo);
    const head = rawRequest("PUT /a HTTP/1.1", "panel.example", [
      ...["Cookie: a=1", "Cookie: b=2", "Transfer-Encoding: chunked"],
    ]);
    const answer = await sendRaw(address, head, "3\r\nabc\r\n", "2\r\nde\r\n0\r\n\r\n");

    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toEqual([
      ...["PUT", "http://panel.example/a", "panel.example", "a=1; b=2", "abcde"],
    ]);
  });

  test("reads the target that a framework has kept, below whatever it is mounted", async () => {
    const { address } = await serve(echo, (request) =>
      Object.assign(request, { originalUrl: request.url, url: "/" }),
    );
    const answer = await fetch(`${address}/api/privacy/policy`);

    expect((await answer.json())[1]).toBe(`${address}/api/privacy/policy`);
  });

  test("answers 500 for what throws, and reports it", async () => {
    const error = new Error("out of order");
    const { address, report } = await serve(() => Promise.reject(error));

    expect((await fetch(address)).status).toBe(500);
    expect(report).toHaveBeenCalledExactlyOnceWith(error);
  });

  test("says the length of an answer once, however it was told", async () => {
    const { address } = await serve(
      async () => new Response("seen", { headers: { "content-length": "4" } }),
    );
    const answer = await sendRaw(address, rawRequest("GET / HTTP/1.1", "panel.example"));

    expect(answer.match(/^content-length: 4\r$/gim)).toHaveLength(1);
  });

  test("gives every cookie of an answer", async () => {
    const cookies = ["a=1; Path=/", "b=2; Path=/"];
    const { address } = await serve(
      async () =>
        new Response("seen", {
          headers: cookies.map((cookie) => ["Set-Cookie", cookie]),
        }),
    );

    expect((await fetch(address)).headers.getSetCookie()).toEqual(cookies);
  });

  test("lets a body through that nobody reads, and answers the next request", async () => {
    const { address } = await serve(async () => new Response("seen"));
    const body = "x".repeat(1024 * 1024);

    for (let count = 0; count < 3; count += 1) {
      const answer = await fetch(address, { method: "POST", body });
      expect(await answer.text()).toBe("seen");
    }
  });
});
