import { describe, test } from "vitest";
import {
  accepted,
  body,
  noAnswer,
  ok,
  type Play,
  shortLimit,
  timeout,
  write,
} from "../../test/support/playedAnswers.ts";
import { postAndTell, type Told } from "../../test/support/postAndTell.ts";
import { type RawConnection, startRawServer } from "../../test/support/rawServer.ts";

const endless = "x".repeat(1024);

const rejected = (status: number): Told => ({
  ...{ outcome: "rejected", status, tls: "verified" },
});
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

function simple(resultOf: (status: number) => Told) {
  return (status: number): [string, Play, Told] => [
    String(status),
    write(ok(status), "Location: /elsewhere", "Content-Length: 0", "", ""),
    resultOf(status),
  ];
}

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
