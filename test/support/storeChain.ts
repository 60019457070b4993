import { describe, expect, it } from "vitest";
import { eventDigest, firstHead, nextHead } from "../../src/panel/chain/index.ts";
import type { PanelStore } from "../../src/panel/store/panelStore.ts";
import {
  bytesOf,
  entryOf,
  type StoreSubject,
  standingSurroundings,
  uuidOf,
} from "./storeSubject.ts";

/** All events of a store, each with the head that follows from those before it. */
export async function computedChain(store: PanelStore) {
  const events = await store.events(0, Number.MAX_SAFE_INTEGER, 200_000);
  let head = firstHead;
  return events.map(({ number, head: told, salt: _salt, ...event }) => {
    head = nextHead(head, eventDigest(event));
    return { number, told, head, id: event.id };
  });
}

/** Checks that every entry is linked to the one before it, and the last to the store. */
export async function expectWholeChain(store: PanelStore, count: number): Promise<void> {
  const chain = await computedChain(store);
  expect(chain.map(({ number }) => number)).toEqual(
    Array.from({ length: count }, (_, index) => index + 1),
  );
  expect(chain.map(({ told }) => told)).toEqual(chain.map(({ head }) => head));
  const { number, head } = (await store.read()).store;
  expect([number, head]).toEqual([
    chain.at(-1)?.number ?? null,
    chain.at(-1)?.head ?? null,
  ]);
}

/** What every store keeps of the chain of digests. */
export function describeChain(open: StoreSubject["open"]): void {
  describe("and its chain", () => {
    it("links entries of both logs in their order, the beginning of a send last", async () => {
      const { store } = await open(standingSurroundings());
      await store.change("reports", () => ({
        result: undefined,
        begin: {
          item: "item",
          lane: "lane",
          entry: entryOf(uuidOf(3), { log: "transmission" }),
        },
        append: [entryOf(uuidOf(1)), entryOf(uuidOf(2), { log: "transmission" })],
      }));
      await store.change("others", () => ({
        result: undefined,
        append: [entryOf(uuidOf(4), { log: "transmission", ends: uuidOf(3) })],
      }));

      await expectWholeChain(store, 4);
      expect((await computedChain(store)).map(({ id }) => id)).toEqual(
        [1, 2, 3, 4].map(uuidOf),
      );
      const [begun] = await store.page("transmission", 1);
      expect(begun?.link?.number).toBe(3);
    });

    it("is whole after two hundred changes at once", async () => {
      const { store, openReplica } = await open(standingSurroundings());
      const stores = [store, (await openReplica?.()) ?? store];
      await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          (stores[index % 2] ?? store).change(`purpose-${index % 3}`, () => ({
            result: undefined,
            append: [entryOf(uuidOf(index))],
          })),
        ),
      );

      await expectWholeChain(store, 200);
    });

    it("stays as it is when a name is erased and bytes are forgotten", async () => {
      const { store } = await open(standingSurroundings());
      const by = { id: "admin", name: "A. Dmin", salt: "S4lt" };
      await store.change("reports", () => ({
        result: undefined,
        append: [entryOf(uuidOf(1), { by, uuid: uuidOf(9), bytes: bytesOf("bytes") })],
      }));
      const before = await computedChain(store);
      await store.eraseName("admin");
      await store.change("reports", () => ({ result: undefined, forget: [uuidOf(9)] }));

      expect(await computedChain(store)).toEqual(before);
      await expectWholeChain(store, 1);
      const told = JSON.stringify(await store.events(0, 9, 9));
      for (const gone of ["A. Dmin", "admin", "S4lt", uuidOf(9)]) {
        expect(told).not.toContain(gone);
      }
    });

    it("is told in parts, up to a number", async () => {
      const { store } = await open(standingSurroundings());
      await store.change("reports", () => ({
        result: undefined,
        append: [1, 2, 3, 4, 5].map((number) => entryOf(uuidOf(number))),
      }));

      const numbers = async (...asked: Parameters<PanelStore["events"]>) =>
        (await store.events(...asked)).map(({ number }) => number);
      expect(await numbers(0, 9, 2)).toEqual([1, 2]);
      expect(await numbers(2, 4, 9)).toEqual([3, 4]);
      expect(await numbers(5, 9, 9)).toEqual([]);
    });

    it("has no part of a change that failed", async () => {
      const { store } = await open(standingSurroundings());
      await store.change("reports", () => ({
        result: undefined,
        append: [entryOf(uuidOf(1))],
      }));
      const twice = store.change("reports", () => ({
        result: undefined,
        append: [entryOf(uuidOf(2)), entryOf(uuidOf(1))],
      }));

      await expect(twice).rejects.toThrow();
      await expectWholeChain(store, 1);
    });
  });
}
