import { describe, expect, it } from "vitest";
import { LaneTaken, type PanelStore } from "../../src/panel/store/panelStore.ts";
import type { Json } from "../../src/payload/serializePayload.ts";
import { describeChain } from "./storeChain.ts";
import { describeLogs } from "./storeLogs.ts";
import {
  entryOf,
  itemOf,
  type StoreSubject,
  standingSurroundings,
  uuidOf,
} from "./storeSubject.ts";

/** What every store keeps, whatever it is made of. Call it at the top of a test file. */
export function describeStore(name: string, { open, erasure }: StoreSubject): void {
  describe(`the ${name} store`, () => {
    it("loses none of two hundred changes at once", async () => {
      const { store, openReplica } = await open(standingSurroundings());
      const stores = [store, (await openReplica?.()) ?? store];
      await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          (stores[index % 2] ?? store).change("reports", ({ state }) => ({
            result: undefined,
            state: Number(state) + 1,
            append: [entryOf(uuidOf(index))],
          })),
        ),
      );

      const { store: row, purposes } = await store.read();
      expect(purposes.reports?.state).toBe(200);
      expect(row.counter).toBe(200);
      const page = await store.page("decision", 300);
      expect(new Set(page.map(({ id }) => id)).size).toBe(200);
    });

    it("lets one of twenty sends begin in a lane, and keeps nothing of the others", async () => {
      const { store, openReplica } = await open(standingSurroundings());
      const stores = [store, (await openReplica?.()) ?? store];
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          (stores[index % 2] ?? store).change(`purpose-${index}`, () => ({
            result: index,
            state: index,
            append: [entryOf(uuidOf(100 + index))],
            put: [itemOf("item")],
            begin: {
              item: "item",
              lane: "lane",
              entry: entryOf(uuidOf(index), { log: "transmission" }),
            },
          })),
        ),
      );

      const won = outcomes.flatMap((one) =>
        one.status === "fulfilled" ? [one.value] : [],
      );
      const lost = outcomes.flatMap((one) =>
        one.status === "rejected" ? [one.reason] : [],
      );
      expect(won).toHaveLength(1);
      expect(lost.every((reason) => reason instanceof LaneTaken)).toBe(true);
      const { purposes, store: row } = await store.read();
      expect(Object.keys(purposes)).toEqual([`purpose-${won[0]}`]);
      expect(row.counter).toBe(1);
      expect(await store.page("decision", 50)).toHaveLength(1);
      expect(await store.page("transmission", 50)).toHaveLength(1);
    });

    it("frees the lane of a send that ends, for one that begins with the same change", async () => {
      const surroundings = standingSurroundings();
      const { store } = await open(surroundings);
      await begin(store, uuidOf(1));
      surroundings.wait(1000);
      await store.change("reports", ({ open: [send] }) => ({
        result: undefined,
        end: [send?.entry.id ?? ""],
        begin: {
          item: "item",
          lane: "lane",
          entry: entryOf(uuidOf(2), { log: "transmission" }),
        },
      }));

      const { purposes } = await store.read();
      expect(purposes.reports?.open).toEqual([
        {
          item: "item",
          lane: "lane",
          since: new Date("2026-01-01T00:00:01.000Z"),
          ownerLives: true,
          entry: await store.find("transmission", uuidOf(2)),
        },
      ]);
      await store.change("reports", () => ({ result: undefined, end: [uuidOf(2)] }));
      expect((await store.read()).purposes.reports?.open).toEqual([]);
    });

    it("leaves everything as it was when the rules throw", async () => {
      const { store } = await open(standingSurroundings());
      await begin(store, uuidOf(1));
      const before = await store.read();
      const fault = new Error("A rule failed.");
      await expect(
        store.change("reports", () => {
          throw fault;
        }),
      ).rejects.toBe(fault);
      expect(await store.read()).toEqual(before);
    });

    it("shows the rules the latest of their own purpose, and one moment of all", async () => {
      const { store } = await open(standingSurroundings());
      const both = Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          store.change(index % 2 ? "one" : "other", ({ state, store: { counter } }) => {
            expect(Number(state)).toBe(Math.floor(index / 2));
            expect(counter).toBe(index);
            return { result: undefined, state: Number(state) + 1 };
          }),
        ),
      );
      const readings = await Promise.all(Array.from({ length: 20 }, () => store.read()));
      await both;
      for (const { store: row, purposes } of readings) {
        const states = Object.values(purposes).map(({ state }) => Number(state));
        expect(states.reduce((sum, state) => sum + state, 0)).toBe(row.counter);
      }
    });

    it("keeps items in their order, replaces their data alone, and drops them", async () => {
      const { store } = await open(standingSurroundings());
      await store.change("reports", () => ({
        result: undefined,
        put: [itemOf("a"), itemOf("b", { uuid: uuidOf(9) }), itemOf("c")],
      }));
      await store.change("other", () => ({ result: undefined, put: [itemOf("a")] }));
      await store.change("reports", () => ({
        result: undefined,
        put: [itemOf("d"), { ...itemOf("b"), data: "new", bytes: new Uint8Array() }],
        drop: ["a", "unknown"],
      }));

      const { purposes } = await store.read();
      expect(purposes.reports?.items).toEqual([
        itemOf("b", { uuid: uuidOf(9), data: "new" }),
        itemOf("c"),
        itemOf("d"),
      ]);
      expect(purposes.other?.items).toEqual([itemOf("a")]);
    });

    it("writes nothing for a change that asks for nothing", async () => {
      const { store } = await open(standingSurroundings());
      const told: (string | null)[] = [];
      store.watch((purpose) => told.push(purpose));
      expect(await store.change("reports", () => ({ result: 7 }))).toBe(7);
      const { store: row, purposes } = await store.read();
      expect([row.counter, purposes, told]).toEqual([0, {}, []]);
    });

    it("counts changes and nothing else, and begins epochs", async () => {
      const { store } = await open(standingSurroundings());
      const kept = { number: null, head: null, ...(erasure && { erasure }) };
      await store.change("reports", () => ({ result: undefined, state: 0 }));
      await store.change("reports", () => ({ result: undefined, state: 1 }));
      await store.keepText("digest", "Text");
      await store.eraseName("nobody");
      await store.purge();
      const { store: before } = await store.read();
      expect(before).toEqual({ epoch: uuidOf(1), counter: 2, ...kept });

      await store.beginEpoch();
      const { store: after } = await store.read();
      expect(after).toEqual({ epoch: uuidOf(2), counter: 0, ...kept });
    });

    it("says the same of deleted bytes to who reads and to the rules, or nothing", async () => {
      const { store } = await open(standingSurroundings());
      const told = await store.change("reports", (snapshot) => ({
        result: snapshot.store,
      }));
      expect(told).toEqual((await store.read()).store);
      expect([told.erasure, "erasure" in told]).toEqual([erasure, erasure !== undefined]);
    });

    it("keeps a text for ever as it was given first", async () => {
      const { store } = await open(standingSurroundings());
      await store.keepText("digest", "First");
      await store.keepText("digest", "Second");
      expect(await store.text("digest")).toBe("First");
      expect(await store.text("other")).toBeUndefined();
      expect(await store.text("toString")).toBeUndefined();
    });

    it("tells of each change after it, until it is told to stop or closed", async () => {
      const { store, openReplica } = await open(standingSurroundings());
      const replica = (await openReplica?.()) ?? store;
      const told: (string | null)[] = [];
      const seen: Promise<Json | undefined>[] = [];
      const stop = replica.watch((purpose) => {
        told.push(purpose);
        seen.push(store.read().then(({ purposes }) => purposes[purpose ?? ""]?.state));
      });
      await store.change("reports", () => ({ result: undefined, state: "new" }));
      await expect.poll(() => told).toEqual(["reports"]);
      expect(await Promise.all(seen)).toEqual(["new"]);

      stop();
      const others: (string | null)[] = [];
      replica.watch((purpose) => others.push(purpose));
      await store.change("other", () => ({ result: undefined, state: 1 }));
      await expect.poll(() => others).toEqual(["other"]);
      expect(told).toEqual(["reports"]);
      await store.close();
      await store.close();
    });

    describeLogs(open);
    describeChain(open);
  });
}

function begin(store: PanelStore, entry: string): Promise<void> {
  return store.change("reports", () => ({
    result: undefined,
    state: { is: "kept" },
    put: [itemOf("item")],
    begin: { item: "item", lane: "lane", entry: entryOf(entry, { log: "transmission" }) },
  }));
}
