import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Answer } from "./answer.ts";
import { createTransport } from "./createTransport.ts";
import { ForeignAnswer } from "./errors.ts";
import { pollAnswers } from "./pollAnswers.ts";
import { readBody } from "./readBody.ts";

const date = "Thu, 15 Jan 2026 09:30:00 GMT";
const later = "Thu, 15 Jan 2026 09:30:10 GMT";

async function decode(answer: Answer): Promise<string> {
  return new TextDecoder().decode(await readBody(answer, "text"));
}

/** Polls a server that answers one after the other, with a text as its value. */
function polling(...answers: readonly Record<string, string>[]) {
  const asked: Request[] = [];
  const ask = createTransport("https://panel.test", {
    fetch: async (input, init) => {
      const { redirect: _redirect, ...rest } = init ?? {};
      asked.push(new Request(String(input), rest));
      const headers = answers[Math.min(asked.length, answers.length) - 1] ?? {};
      const isSame = headers["X-Status"] === "304";
      return new Response(isSame ? null : `answer ${asked.length}`, {
        status: isSame ? 304 : 200,
        headers,
      });
    },
  });
  const poll = pollAnswers(ask);
  const read = (accept?: (value: string) => void) =>
    poll("/state", async (answer) => decode(answer), undefined, accept);
  return { asked, read };
}

let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});

describe("polling", () => {
  test("asks first by the address itself, and then by a URL that was not asked before", async () => {
    const { asked, read } = polling({}, {});
    await read();
    await read();
    await read();

    const [first, ...later] = asked.map(({ url }) => url);
    expect(first).toBe("https://panel.test/state");
    expect(new Set(later).size).toBe(2);
    for (const url of later) expect(url).toMatch(/\/state\?fresh=\d+$/);
  });

  test("asks by another URL after a failure too", async () => {
    const { asked, read } = polling({ "X-Status": "304" });
    await expect(read()).rejects.toBeInstanceOf(Error);

    expect(asked.map(({ url }) => url)).toEqual([
      "https://panel.test/state",
      expect.stringMatching(/\/state\?fresh=\d+$/),
    ]);
  });

  test("takes 304 for the answer that it had", async () => {
    const { asked, read } = polling({ ETag: '"1"' }, { "X-Status": "304" });

    expect([await read(), await read()]).toEqual(["answer 1", "answer 1"]);
    expect(asked[1]?.headers.get("If-None-Match")).toBe('"1"');
  });

  test("asks anew where a cache says that it is one, and takes what comes then", async () => {
    const { read } = polling({ Age: "7" }, {});

    expect(await read()).toBe("answer 2");
  });

  test("says of a cache that answers whatever the URL that its answers are old", async () => {
    const { asked, read } = polling({ Age: "7" }, { Age: "7" });

    await expect(read()).rejects.toMatchObject({ reason: "old-answer" });
    expect(asked).toHaveLength(2);
  });

  test("notices an age that came twice", async () => {
    const { read } = polling({ Age: "30, 30" });

    await expect(read()).rejects.toMatchObject({ reason: "old-answer" });
  });

  test("notices an answer whose time stands still", async () => {
    const { read } = polling({ Date: date });
    await read();
    now = 10_000;

    await expect(read()).rejects.toBeInstanceOf(ForeignAnswer);
  });

  test.each([
    ["that was put back", later, date, date],
    ["that goes on", date, later, later],
  ])("does not mind a clock %s", async (_name, first, second, third) => {
    const { read } = polling({ Date: first }, { Date: second }, { Date: third });
    await read();
    now = 10_000;
    await read();
    now = 11_000;

    expect(await read()).toBe("answer 3");
  });

  test("asks once more for what may not be shown, and not for ever", async () => {
    const { asked, read } = polling({});
    const refuse = () => {
      throw new ForeignAnswer("old-answer", 200);
    };

    await expect(read(refuse)).rejects.toMatchObject({
      reason: "old-answer",
      evidence: { method: "GET", status: 200 },
    });
    expect(asked).toHaveLength(2);
  });

  test("takes no 304 for anything where it had no answer", async () => {
    const { read } = polling({ "X-Status": "304" });

    await expect(read()).rejects.toBeInstanceOf(Error);
  });
});
