import dns from "node:dns";
import { describe, expect, test, vi } from "vitest";
import {
  body,
  notReached,
  shortLimit,
  timeout,
} from "../../test/support/playedAnswers.ts";
import { postAndTell } from "../../test/support/postAndTell.ts";
import { type RawConnection, startRawServer } from "../../test/support/rawServer.ts";
import { startDeafServer } from "../../test/support/startDeafServer.ts";

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
