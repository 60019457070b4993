import { subscribe, unsubscribe } from "node:diagnostics_channel";
import dns from "node:dns";
import { getEventListeners } from "node:events";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  accepted,
  body,
  ok,
  type Play,
  timeout,
  write,
} from "../../test/support/playedAnswers.ts";
import { postAndTell } from "../../test/support/postAndTell.ts";
import { type RawConnection, startRawServer } from "../../test/support/rawServer.ts";
import { startDeafServer } from "../../test/support/startDeafServer.ts";

describe("an attempt that is aborted", { timeout }, () => {
  const aborted = { outcome: "aborted", status: null };

  test("before it begins makes no connection", async (context) => {
    const { url, ca, connections } = await startRawServer(context, {});
    const result = await postAndTell({ url, ca, body, signal: AbortSignal.abort() });

    expect(result).toEqual({ ...aborted, tls: "not-reached" });
    expect(connections()).toBe(0);
  });

  test("while the name is looked up ends at once", async () => {
    const controller = new AbortController();
    vi.spyOn(dns, "lookup").mockImplementation(() => {
      setImmediate(() => controller.abort());
    });
    const { signal } = controller;
    const result = await postAndTell({
      url: "https://vendor.example",
      ca: "",
      body,
      signal,
    });

    expect(result).toEqual({ ...aborted, tls: "not-reached" });
  });

  test("while it connects ends at once", async () => {
    const url = await startDeafServer();
    const controller = new AbortController();
    const { signal } = controller;
    const result = postAndTell({ url, ca: "", body, signal });
    setImmediate(() => controller.abort());

    expect(await result).toEqual({ ...aborted, tls: "not-reached" });
  });

  test("within the handshake resets the connection", async (context) => {
    const controller = new AbortController();
    const { signal } = controller;
    const { url, ca, ended } = await startRawServer(context, {
      onConnect: (raw) => raw.once("data", () => controller.abort()),
    });

    expect(await postAndTell({ url, ca, body, signal })).toEqual({
      ...{ ...aborted, tls: "not-reached" },
    });
    expect(await ended).toBe("ECONNRESET");
  });

  test.each<[string, Play]>([
    ["before an answer", () => undefined],
    ["within the header", write("HTTP/1.1 202 Accepted", "Content-")],
  ])("%s resets the connection", async (_name, play) => {
    const controller = new AbortController();
    const { signal } = controller;
    const context = { onTestFinished };
    const { url, ca, ended } = await startRawServer(context, {
      onRequest: (connection) => {
        play(connection);
        setImmediate(() => controller.abort());
      },
    });

    expect(await postAndTell({ url, ca, body, signal })).toEqual({
      ...{ ...aborted, tls: "verified" },
    });
    expect(await ended).toBe("ECONNRESET");
  });

  test("while it sends takes back what was not read", async (context) => {
    const controller = new AbortController();
    const { signal } = controller;
    const paused = Promise.withResolvers<RawConnection["secure"]>();
    let read = 0;
    const { url, ca, ended } = await startRawServer(context, {
      onRequest: ({ secure }) => {
        paused.resolve(secure.pause());
        setImmediate(() => controller.abort());
      },
    });
    const large = new Uint8Array(16 * 1024 * 1024);
    await postAndTell({ url, ca, body: large, signal });
    const secure = await paused.promise;
    secure.on("data", (chunk: Uint8Array) => {
      read += chunk.byteLength;
    });
    secure.resume();

    expect(await ended).toBe("ECONNRESET");
    expect(read).toBeLessThan(1024 * 1024);
  });

  test("after the status came is what the status says", async (context) => {
    const controller = new AbortController();
    const { signal } = controller;
    const { url, ca } = await startRawServer(context, {
      onRequest: write(ok(202), "Content-Length: 9", "", ""),
    });
    const abort = () => controller.abort();
    subscribe("http.client.response.finish", abort);
    context.onTestFinished(() => void unsubscribe("http.client.response.finish", abort));

    expect(await postAndTell({ url, ca, body, signal })).toEqual(accepted(202));
  });

  test("after its end is not changed, and leaves nothing behind", async (context) => {
    const controller = new AbortController();
    const { signal } = controller;
    const { url, ca, ended } = await startRawServer(context, {
      onRequest: write(ok(202), "Content-Length: 0", "", ""),
    });
    const timers = () =>
      process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    const result = await postAndTell({ url, ca, body, signal });
    const after = timers();
    controller.abort();

    expect(result).toEqual(accepted(202));
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(after).toBeLessThanOrEqual(before);
    expect(await ended).toBe("closed");
  });
});
