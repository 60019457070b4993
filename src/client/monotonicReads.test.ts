import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Purposes } from "../contract/createContract.ts";
import { createFakePanel } from "../testing/index.ts";
import type { BrowserMemory } from "./browserMemory.ts";
import { createMonotonicReads, type Seen } from "./monotonicReads.ts";

const whole = (await (
  await createFakePanel().fetch("/api/privacy/purposes")
).json()) as Purposes;

/** What a panel tells at one moment: its store's epoch and counter, and one decision. */
function answer(epoch: string, counter: number, sequence: number): Purposes {
  const purposes = Object.entries(whole.purposes).map(([id, state]) => [
    id,
    { ...state, decision: { ...state.decision, sequence } },
  ]);
  return {
    ...whole,
    store: { ...whole.store, epoch, counter },
    purposes: Object.fromEntries(purposes),
  };
}

function memory(): BrowserMemory<Seen> {
  let kept: Seen | undefined;
  return {
    read: () => kept,
    write: (value) => {
      kept = value;
      return true;
    },
    clear: () => {},
  };
}

describe("what is read of a panel", () => {
  test("never goes back in time, whatever a cache gives, also after a reload", () => {
    const act = fc.oneof(
      { weight: 3, arbitrary: fc.constant("change" as const) },
      { weight: 3, arbitrary: fc.nat(30).map((ago) => ({ ago })) },
      fc.constantFrom("restore" as const, "reload" as const),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const kept = memory();
        let reads = createMonotonicReads(kept);
        let epoch = 0;
        const told = [{ epoch, counter: 0, sequence: 0 }];
        /** The last one that was shown, and the epochs that were. */
        let shown = -1;
        const seen = new Set<number>();
        for (const one of acts) {
          const { counter, sequence } = told.at(-1) ?? { counter: 0, sequence: 0 };
          if (one === "reload") reads = createMonotonicReads(kept);
          else if (one === "restore") {
            epoch += 1;
            told.push({ epoch, counter: 0, sequence: Math.max(0, sequence - 2) });
          } else if (one === "change") {
            told.push({ epoch, counter: counter + 1, sequence: sequence + 1 });
          } else {
            const at = Math.max(0, told.length - 1 - one.ago);
            const found = told[at];
            if (!found) throw new Error("There is no such answer.");
            // An epoch that was never seen cannot be told from a new one.
            const isNew = !seen.has(found.epoch);
            if (isNew && at < shown) continue;
            const isTaken = reads.accept(
              answer(String(found.epoch), found.counter, found.sequence),
            );
            expect(isTaken).toBe(at >= shown);
            if (!isTaken) continue;
            shown = at;
            seen.add(found.epoch);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is not older than what the panel has answered a write with", () => {
    const reads = createMonotonicReads(memory());
    reads.accept(answer("a", 4, 1));
    reads.note("server-statistics", 2);

    expect(reads.accept(answer("a", 4, 1))).toBe(false);
    expect(reads.accept(answer("a", 5, 2))).toBe(true);
  });

  test("is of a restored store as soon as that has begun a new epoch", () => {
    const reads = createMonotonicReads(memory());
    reads.accept(answer("a", 9, 7));

    expect(reads.accept(answer("a", 3, 2))).toBe(false);
    expect(reads.accept(answer("b", 0, 2))).toBe(true);
    expect(reads.accept(answer("a", 20, 20))).toBe(false);
  });

  test("is remembered by counts alone", () => {
    const kept = memory();
    createMonotonicReads(kept).accept(answer("a", 4, 1));

    expect(kept.read()).toEqual({
      epochs: ["a"],
      counter: 4,
      sequences: { "crash-reports": 1, "server-statistics": 1 },
    });
  });
});
