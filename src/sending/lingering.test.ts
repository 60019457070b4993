import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as z from "zod/mini";
import { readBody } from "../panel/http/readBody.ts";
import type { PanelRequest } from "../panel/index.ts";
import { createNodeListener } from "./createNodeListener.ts";

const kib = 1024;

/** As the panel does it: nothing of the body is read, or as much of it as may come. */
const refuse = async () => new Response("refused", { status: 403 });
const readSome = async (request: PanelRequest) => {
  const read = await readBody(request, z.string());
  return new Response("too large", { status: "problem" in read ? 413 : 200 });
};

async function serve(handle: (request: PanelRequest) => Promise<Response>) {
  const listener = createNodeListener({ handle }, { report: vi.fn() });
  const server = createServer((request, response) => void listener(request, response));
  // What Node itself would end is not what is tried here.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy's connection to the panel, which sends the rest of a body whatever it was answered. */
function open(port: number) {
  const socket: Socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let answer = "";
  let error: string | undefined;
  socket.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
    error = code;
  });
  socket.on("data", (chunk) => {
    answer += chunk.toString("latin1");
  });
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  const begin = (size: number, connection: string) =>
    socket.write(
      `POST / HTTP/1.1\r\nHost: a\r\nConnection: ${connection}\r\nContent-Type: application/json\r\nContent-Length: ${size}\r\n\r\n`,
    );
  const write = (size: number) =>
    new Promise<boolean>((resolve) =>
      socket.write(" ".repeat(size), (failed) => resolve(!failed)),
    );
  return {
    ...{ begin, write, ended },
    answer: () => answer,
    error: () => error,
    answered: () => vi.waitFor(() => expect(answer).toMatch(/\r\n\r\n.+/)),
  };
}

describe.each([
  ["nothing is read of", refuse, 403],
  ["too much comes of", readSome, 413],
] as const)("a body that %s", (_, handle, status) => {
  test.each([
    ["close", 100],
    ["close", 1024],
    ["keep-alive", 100],
    ["keep-alive", 1024],
  ])("over Connection: %s may come to its end, %i KiB", async (connection, size) => {
    const client = open(await serve(handle));
    client.begin(size * kib, connection);
    await client.write(20 * kib);
    await client.answered();
    for (let sent = 20; sent < size; sent += 4)
      expect(await client.write(4 * kib)).toBe(true);
    if (connection === "keep-alive") client.begin(0, "close");
    await client.ended;

    const statuses = client.answer().match(/HTTP\/1\.1 \d+/g);
    const second = handle === refuse ? 403 : 413;
    expect(client.error()).toBeUndefined();
    expect(statuses).toEqual(
      [status, ...(connection === "keep-alive" ? [second] : [])].map(
        (code) => `HTTP/1.1 ${code}`,
      ),
    );
  });

  test("is given up when it does not end", async () => {
    const client = open(await serve(handle));
    client.begin(400 * kib * kib, "keep-alive");
    let taken = 0;
    while (await client.write(64 * kib)) {
      taken += 64;
      if (taken > 64 * kib) break;
    }

    expect(client.answer()).toContain(`HTTP/1.1 ${status} `);
    expect(taken).toBeLessThan(32 * kib);
  });

  test("is given up when it does not go on", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const client = open(await serve(handle));
    client.begin(100 * kib, "keep-alive");
    await client.write(20 * kib);
    await vi.waitUntil(() => client.answer().includes(`HTTP/1.1 ${status} `));
    await vi.advanceTimersByTimeAsync(5_000);

    await client.ended;
  });
});
