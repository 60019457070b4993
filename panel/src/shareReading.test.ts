import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareReading } from "./shareReading.ts";

type Share = typeof shareReading;

/** Readings of a number that changes, each of which ends when the test says so. */
function changingNumber() {
  let value = 0;
  const open: (() => void)[] = [];
  return {
    read: () => {
      const seen = value;
      return new Promise<number>((resolve) => open.push(() => resolve(seen)));
    },
    change: () => {
      value += 1;
    },
    value: () => value,
    open: () => open.length,
    end: () => open.shift()?.(),
  };
}

/** Resolves when what waits for a turn of the event loop has had one. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}

type Step = "change" | "ask" | "end" | "turn";
const steps = fc.array(fc.constantFrom<Step>("change", "ask", "end", "turn"), {
  minLength: 1,
  maxLength: 30,
});

/** Whether nobody got what had been read before they asked. */
function neverOlder(share: Share) {
  return fc.asyncProperty(steps, async (order) => {
    const number = changingNumber();
    const shared = share(number.read);
    const asked: Promise<boolean>[] = [];
    for (const step of order) {
      if (step === "change") number.change();
      if (step === "end") number.end();
      if (step === "turn") await turn();
      if (step === "ask") {
        const atLeast = number.value();
        asked.push(shared().then((seen) => seen >= atLeast));
      }
    }
    const all = Promise.all(asked);
    for (let rest = asked.length; rest > 0; rest -= 1) {
      await turn();
      number.end();
    }
    return (await all).every(Boolean);
  });
}

/** What is wrong: whoever asks late gets the reading that is under way. */
const joinWhatIsUnderWay: Share = (read) => {
  let underWay: ReturnType<typeof read> | undefined;
  return () => {
    underWay ??= read().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
};

describe("a shared reading", () => {
  test("never began before somebody asked for it", async () => {
    await fc.assert(neverOlder(shareReading));
  });

  test("would be older than the question if late ones got the one under way", async () => {
    const { failed } = await fc.check(neverOlder(joinWhatIsUnderWay));

    expect(failed).toBe(true);
  });

  test("is one for all who wait, and one at a time", async () => {
    const number = changingNumber();
    const shared = shareReading(number.read);
    const first = [shared(), shared(), shared()];
    await turn();
    const later = [shared(), shared()];
    await turn();

    expect(number.open()).toBe(1);
    number.change();
    number.end();
    expect(await Promise.all(first)).toEqual([0, 0, 0]);
    await turn();
    expect(number.open()).toBe(1);
    number.end();
    expect(await Promise.all(later)).toEqual([1, 1]);
  });

  test("that fails is told to all who waited, and the next is read anew", async () => {
    let readings = 0;
    const shared = shareReading(async () => {
      readings += 1;
      if (readings === 1) throw new Error("unreadable");
      return readings;
    });

    const told = await Promise.allSettled([shared(), shared()]);

    expect(told.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await shared()).toBe(2);
  });
});
