import { describe, expect, it } from "vitest";
import type { PanelStore } from "../../src/panel/store/panelStore.ts";
import {
  bytesOf,
  entryOf,
  type StoreSubject,
  standingSurroundings,
  uuidOf,
} from "./storeSubject.ts";

const admin = { id: "admin", name: "A. Dmin", salt: "salt 1" };
const other = { id: "other", name: "O. Ther", salt: "salt 2" };

/** What every store keeps of its two logs. */
export function describeLogs(open: StoreSubject["open"]): void {
  describe("and its logs", () => {
    it("join an end to its beginning, and have no page for it", async () => {
      const { store } = await open(standingSurroundings());
      await append(store, entryOf(uuidOf(1), { log: "transmission" }));
      await append(
        store,
        entryOf(uuidOf(2), { log: "transmission", ends: uuidOf(1), data: "the end" }),
      );
      await append(store, entryOf(uuidOf(3), { log: "transmission" }));

      const page = await store.page("transmission", 50);
      expect(page.map(({ id, end }) => [id, end])).toEqual([
        [uuidOf(3), null],
        [uuidOf(1), "the end"],
      ]);
      expect(await store.find("transmission", uuidOf(1))).toEqual(page[1]);
      expect(await store.find("transmission", uuidOf(2))).toBeUndefined();
      expect(await store.find("decision", uuidOf(1))).toBeUndefined();
      expect(await store.page("decision", 50)).toEqual([]);
    });

    it("are paged without gaps and repeats while entries are added", async () => {
      const { store } = await open(standingSurroundings());
      for (let index = 1; index <= 25; index += 1)
        await append(store, entryOf(uuidOf(index)));

      const seen: string[] = [];
      let before: number | undefined;
      for (let extra = 100; ; extra += 1) {
        const page = await store.page("decision", 4, before);
        seen.push(...page.map(({ id }) => id));
        before = page.at(-1)?.number;
        if (before === undefined) break;
        await append(store, entryOf(uuidOf(extra), { log: "transmission" }));
        await append(store, entryOf(uuidOf(extra + 100)));
      }
      expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => uuidOf(25 - index)));
    });

    it("number the entries of both in their order", async () => {
      const { store } = await open(standingSurroundings());
      for (let index = 1; index <= 9; index += 1) {
        const log = index % 3 ? "decision" : "transmission";
        await append(store, entryOf(uuidOf(index), { log }));
      }
      const entries = [
        ...(await store.page("decision", 50)),
        ...(await store.page("transmission", 50)),
      ].toSorted((a, b) => a.number - b.number);
      expect(entries.map(({ id }) => id)).toEqual(
        Array.from({ length: 9 }, (_, index) => uuidOf(index + 1)),
      );
      expect(entries[0]?.number).toBeGreaterThan(0);
    });

    it("refuse an entry whose id is there already, with all of its change", async () => {
      const { store } = await open(standingSurroundings());
      await append(store, entryOf(uuidOf(1)));
      await expect(
        store.change("reports", () => ({
          result: undefined,
          state: "new",
          append: [entryOf(uuidOf(2)), entryOf(uuidOf(1), { data: "rewritten" })],
        })),
      ).rejects.toThrow();
      const page = await store.page("decision", 50);
      expect(page.map(({ id, data }) => [id, data])).toEqual([
        [uuidOf(1), { of: uuidOf(1) }],
      ]);
      expect((await store.read()).purposes.reports?.state).toBeNull();
    });

    it("forget the bytes that hold a UUID everywhere, and no others", async () => {
      const { store } = await open(standingSurroundings());
      const [gone, kept] = [uuidOf(901), uuidOf(902)];
      await append(store, entryOf("1", { uuid: gone, bytes: bytesOf(gone) }));
      await append(store, entryOf("2", { uuid: kept, bytes: bytesOf(kept) }));
      await append(store, entryOf("3", { bytes: bytesOf("no UUID") }));
      await append(
        store,
        entryOf("4", { log: "transmission", uuid: gone, bytes: bytesOf(gone) }),
      );
      await store.change("another", () => ({
        result: undefined,
        append: [entryOf("5", { uuid: gone, bytes: bytesOf(gone) })],
        forget: [gone],
      }));

      const bytes = async (log: "decision" | "transmission", id: string) =>
        (await store.find(log, id))?.bytes;
      expect(await bytes("decision", "1")).toBeNull();
      expect(await bytes("decision", "2")).toEqual(bytesOf(kept));
      expect(await bytes("decision", "3")).toEqual(bytesOf("no UUID"));
      expect(await bytes("transmission", "4")).toBeNull();
      expect(await bytes("decision", "5")).toBeNull();
      expect((await store.find("decision", "1"))?.data).toEqual({ of: "1" });
    });

    it("keep names apart, and erase those of a person wherever they stand", async () => {
      const { store } = await open(standingSurroundings());
      await store.change("reports", () => ({
        result: undefined,
        append: [entryOf("1", { by: admin }), entryOf("2", { by: other })],
        decidedBy: "1",
      }));
      await store.change("others", () => ({
        result: undefined,
        append: [entryOf("3", { by: admin }), entryOf("4", { by: other }), entryOf("5")],
        decidedBy: "4",
      }));
      expect((await store.read()).purposes.reports?.by).toEqual(admin);

      await store.eraseName(admin.id);
      const { purposes } = await store.read();
      expect([purposes.reports?.by, purposes.others?.by]).toEqual([null, other]);
      const page = await store.page("decision", 50);
      expect(page.map(({ id, by }) => [id, by])).toEqual([
        ["5", null],
        ["4", other],
        ["3", null],
        ["2", other],
        ["1", null],
      ]);

      await store.change("others", () => ({ result: undefined, decidedBy: null }));
      expect((await store.read()).purposes.others?.by).toBeNull();
    });
  });
}

function append(store: PanelStore, entry: ReturnType<typeof entryOf>): Promise<void> {
  return store.change("reports", () => ({ result: undefined, append: [entry] }));
}
