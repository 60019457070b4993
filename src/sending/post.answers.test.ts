import { spawn } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import dns from "node:dns";
import { getEventListeners, once } from "node:events";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { postAndTell, type Told } from "../../test/support/postAndTell.ts";
import { type RawConnection, startRawServer } from "../../test/support/rawServer.ts";

const body = new TextEncoder().encode('{ "id": null }\n');
const endless = "x".repeat(1024);

const accepted = (status: number): Told => ({
  ...{ outcome: "accepted", status, tls: "verified" },
});
const rejected = (status: number): Told => ({
  ...{ outcome: "rejected", status, tls: "verified" },
});
const noAnswer: Told = { outcome: "unreachable", status: null, tls: "verified" };
const notReached: Told = { ...noAnswer, tls: "not-reached" };

type Play = (connection: RawConnection) => void;
const write =
  (...texts: readonly string[]): Play =>
  ({ secure }) =>
    void secure.write(texts.join("\r\n"));
const writeAndEnd =
  (...texts: readonly string[]): Play =>
  ({ secure }) =>
    void secure.end(texts.join("\r\n"));
const writeAndReset =
  (...texts: readonly string[]): Play =>
  ({ secure, raw }) =>
    void secure.write(texts.join("\r\n"), () => raw.resetAndDestroy());
/** Writes the beginning, and then the same again and again. */
const repeat =
  (beginning: string, again: string): Play =>
  ({ secure }) => {
    secure.write(beginning);
    const more = () => {
      if (!secure.destroyed) secure.write(again, () => setImmediate(more));
    };
    more();
  };

/** Answers after which nothing more comes: the limit of time ends them. */
const unfinished: readonly [string, Play, Told][] = [
  ["nothing at all", () => undefined, noAnswer],
  ["half a status line", write("HTTP/1.1 20"), noAnswer],
  ["half a header", write("HTTP/1.1 202 Accepted", "Content-"), noAnswer],
  ["a header and no body", write(ok(202), "Content-Length: 9", "", ""), accepted(202)],
  ["half a body", write(ok(200), "Content-Length: 9", "", "{"), accepted(200)],
  [
    "a body without an end",
    ({ secure }) => {
      secure.write(`${ok(202)}\r\n\r\n`);
      const drip = setInterval(() => secure.write(" "), 20);
      secure.once("close", () => clearInterval(drip));
    },
    accepted(202),
  ],
  ["a refusal whose body never comes", write(ok(503), "", ""), rejected(503)],
  ["100 and then nothing", write(ok(100), "", ""), noAnswer],
  ["103 and then nothing", write(ok(103), "Link: </x>", "", ""), noAnswer],
];

/** Answers that end the attempt by themselves. */
const whole: readonly [string, Play, Told][] = [
  [
    "101 with an upgrade",
    write(ok(101), "Connection: Upgrade", "Upgrade: x", "", ""),
    noAnswer,
  ],
  ["101 without an upgrade", write(ok(101), "", ""), noAnswer],
  [
    "1xx without an end",
    repeat("", `${ok(103)}\r\nLink: </x>\r\n\r\n`.repeat(32)),
    noAnswer,
  ],
  [
    "100 and then 202",
    write(ok(100), "", ok(202), "Content-Length: 0", "", ""),
    accepted(202),
  ],
  ["a reset", writeAndReset(), noAnswer],
  ["a reset within the header", writeAndReset(ok(202), "Content-"), noAnswer],
  [
    "a reset after the header",
    writeAndReset(ok(202), "Content-Length: 9", "", ""),
    accepted(202),
  ],
  [
    "a reset within the body",
    writeAndReset(ok(202), "Content-Length: 9", "", "{"),
    accepted(202),
  ],
  ["an end without an answer", ({ secure }) => void secure.end(), noAnswer],
  ["an end within the header", writeAndEnd(ok(202), "Content-"), noAnswer],
  [
    "a body shorter than its length",
    writeAndEnd(ok(202), "Content-Length: 9", "", "{"),
    accepted(202),
  ],
  [
    "a body longer than its length",
    write(ok(202), "Content-Length: 2", "", "12345"),
    { ...accepted(202), body: "12" },
  ],
  [
    "a body that ends with the connection",
    writeAndEnd(ok(200), "", "[1]"),
    { ...accepted(200), body: "[1]" },
  ],
  [
    "broken chunks",
    write(ok(202), "Transfer-Encoding: chunked", "", "zz", "zz"),
    accepted(202),
  ],
  ["a body without measure", repeat(`${ok(202)}\r\n\r\n`, endless), accepted(202)],
  [
    "a body as large as is read, in letters of three bytes",
    writeAndEnd(ok(200), "", `"${"€".repeat(64 * 1024 - 2)}"`),
    accepted(200),
  ],
  ["a header without measure", repeat(`${ok(202)}\r\nX: `, endless), noAnswer],
  [
    "two lengths",
    write(ok(202), "Content-Length: 1", "Content-Length: 2", "", ""),
    noAnswer,
  ],
  ["what is no HTTP", write("SSH-2.0-OpenSSH_9.2", ""), noAnswer],
  ...[204, 205].map(simple(accepted)),
  ...[300, 301, 302, 303, 304, 307, 308].map(simple(rejected)),
  ...[400, 401, 404, 408, 410, 413, 415, 429, 451].map(simple(rejected)),
  ...[500, 502, 503, 504, 599].map(simple(rejected)),
];

function ok(status: number): string {
  return `HTTP/1.1 ${status} Answered`;
}

function simple(resultOf: (status: number) => Told) {
  return (status: number): [string, Play, Told] => [
    String(status),
    write(ok(status), "Location: /elsewhere", "Content-Length: 0", "", ""),
    resultOf(status),
  ];
}

/** Long enough for a handshake on a busy machine. */
const shortLimit = 2_000;

/** Far below the limit that the answers get which need none. */
const timeout = 30_000;

describe.concurrent("an answer that is never finished", { timeout }, () => {
  test.for(unfinished)("%s ends at the limit of time", async (row, context) => {
    const [, play, result] = row;
    const { url, ca, ended } = await startRawServer(context, { onRequest: play });

    context
      .expect(await postAndTell({ url, ca, body, timeoutMs: shortLimit }))
      .toEqual(result);
    context.expect(await ended).toBe("ECONNRESET");
  });

  test("is not waited for because its beginning was slow", async (context) => {
    const { url, ca } = await startRawServer(context, {
      onRequest: ({ secure }) => {
        const letters = [...`${ok(202)}\r\n`.padEnd(4000, "X")];
        const drip = setInterval(() => secure.write(letters.shift() ?? ""), 50);
        secure.once("close", () => clearInterval(drip));
      },
    });
    const start = performance.now();
    await postAndTell({ url, ca, body, timeoutMs: shortLimit });

    context.expect(performance.now() - start).toBeLessThan(2 * shortLimit);
  });

  test("of a server that stops reading leaves nothing on the way", async (context) => {
    const paused = Promise.withResolvers<RawConnection["secure"]>();
    const { url, ca, ended } = await startRawServer(context, {
      onRequest: ({ secure }) => paused.resolve(secure.pause()),
    });
    const large = new Uint8Array(16 * 1024 * 1024);
    const result = await postAndTell({ url, ca, body: large, timeoutMs: shortLimit });
    (await paused.promise).resume();

    context.expect(result).toEqual(noAnswer);
    context.expect(await ended).toBe("ECONNRESET");
  });
});

describe.concurrent("an answer that ends", { timeout }, () => {
  test.for(whole)("%s ends the attempt at once", async (row, context) => {
    const [, play, result] = row;
    const { url, ca, connections } = await startRawServer(context, { onRequest: play });

    context
      .expect(await postAndTell({ url, ca, body, timeoutMs: 60_000 }))
      .toEqual(result);
    context.expect(connections()).toBe(1);
  });
});

describe.concurrent("a connection without TLS at its end", { timeout }, () => {
  test.for([
    ["is swallowed", 2_000, () => undefined],
    ["gets an alert", 60_000, (raw) => raw.write(Buffer.from("15030300020228", "hex"))],
    ["is closed", 60_000, (raw) => raw.end()],
    ["is reset", 60_000, (raw) => raw.resetAndDestroy()],
    ["gets what is no TLS", 60_000, (raw) => raw.write("SSH-2.0-OpenSSH_9.2\r\n")],
  ] satisfies [string, number, (raw: RawConnection["raw"]) => unknown][])(
    "that %s ends as not reached",
    async ([, timeoutMs, onConnect], context) => {
      const { url, ca } = await startRawServer(context, { onConnect });

      context.expect(await postAndTell({ url, ca, body, timeoutMs })).toEqual(notReached);
    },
  );
});

describe("a server that cannot be called", { timeout }, () => {
  test("whose name nobody knows ends as not reached", async () => {
    const url = "https://nobody.invalid";

    expect(await postAndTell({ url, ca: "", body, timeoutMs: shortLimit })).toEqual(
      notReached,
    );
  });

  test("whose name is never found ends at the limit of time", async () => {
    vi.spyOn(dns, "lookup").mockReturnValue(undefined);
    const url = "https://vendor.example";

    expect(await postAndTell({ url, ca: "", body, timeoutMs: 100 })).toEqual(notReached);
  });

  test("that takes no connection ends at the limit of time", async () => {
    const url = await startDeafServer();

    expect(await postAndTell({ url, ca: "", body, timeoutMs: 500 })).toEqual(notReached);
  });
});

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

/** A server whose queue is full: the system answers no call any more. */
async function startDeafServer(): Promise<string> {
  const listening = `
    require("node:net").createServer().listen(
      { port: 0, host: "127.0.0.1", backlog: 1 },
      function () {
        require("node:fs").writeSync(1, String(this.address().port));
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      },
    );`;
  const child = spawn(process.execPath, ["-e", listening]);
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  const callers = [1, 2].map(() => connect(Number(port), "127.0.0.1"));
  await Promise.all(callers.map((caller) => once(caller, "connect")));
  onTestFinished(async () => {
    for (const caller of callers) caller.destroy();
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  return `https://127.0.0.1:${port}`;
}
