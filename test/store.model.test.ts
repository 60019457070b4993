import { join } from "node:path";
import fc from "fast-check";
import { expect, it, onTestFinished, vi } from "vitest";
import {
  type Change,
  createMemoryStore,
  type OpenSend,
  type PanelStore,
  type Snapshot,
} from "../src/panel/index.ts";
import { openSqliteStore } from "../src/stores/sqlite/index.ts";
import { makeFolder } from "./support/folder.ts";
import { bytesOf, standingSurroundings, uuidOf } from "./support/storeSubject.ts";

vi.setConfig({ testTimeout: 600_000 });

/** Few of each, so that they meet. */
const uuid = fc.integer({ min: 1, max: 3 }).map(uuidOf);
const item = fc.constantFrom("item 1", "item 2", "item 3");
const purpose = fc.constantFrom("reports", "crashes", "__proto__");
const person = fc.constantFrom("admin", "admin2");
const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)));
const bytes = fc.string().map(bytesOf);

const entry = fc.record(
  {
    /** Among the last entries: their number, counted back. */
    ends: fc.integer({ min: 1, max: 4 }),
    by: fc.record({ id: person, name: fc.string(), salt: fc.string() }),
    uuid,
    bytes,
    log: fc.constantFrom("decision" as const, "transmission" as const),
    data: json,
  },
  { requiredKeys: ["log", "data"] },
);

const change = fc.record(
  {
    purpose,
    state: json,
    append: fc.array(entry, { maxLength: 3 }),
    decidedBy: fc.option(fc.integer({ min: 1, max: 4 })),
    put: fc.array(fc.record({ id: item, uuid: fc.option(uuid), data: json, bytes }), {
      maxLength: 3,
    }),
    drop: fc.array(item, { maxLength: 2 }),
    /** Which of the purpose's open sends. */
    end: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
    begin: fc.record({
      lane: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      item,
      entry,
    }),
    forget: fc.array(uuid, { maxLength: 2 }),
  },
  { requiredKeys: ["purpose"] },
);

const step = fc.oneof(
  { arbitrary: change, weight: 12 },
  fc.record({ erase: person }),
  fc.record({ digest: fc.constantFrom("one", "two", "toString"), markdown: fc.string() }),
  fc.constantFrom("throw", "begin an epoch", "purge", "restart"),
);

type ValueOf<Source> = Source extends fc.Arbitrary<infer Value> ? Value : never;
type Step = ValueOf<typeof step>;

it("Whatever is asked of them, memory and SQLite read the same afterwards", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      const folder = join(await makeFolder(), "data");
      const surroundings = [standingSurroundings(), standingSurroundings()] as const;
      const memory = createMemoryStore({ ...surroundings[0], erasure: "overwritten" });
      let sqlite = openSqliteStore({ folder, ...surroundings[1] });
      onTestFinished(() => sqlite.close());

      for (const [index, next] of steps.entries()) {
        for (const { wait } of surroundings) wait(1000);
        if (next === "restart") {
          await sqlite.close();
          sqlite = openSqliteStore({ folder, ...surroundings[1] });
        } else {
          const outcomes = [];
          for (const store of [memory, sqlite]) {
            outcomes.push(await take(store, next, index).catch(nameOf));
          }
          expect(outcomes[1]).toEqual(outcomes[0]);
        }
        expect(await readAll(sqlite)).toEqual(await readAll(memory));
      }
      await sqlite.close();
    }),
    { numRuns: process.env.KLARTEXT_DEEP === "1" ? 1_000 : 30 },
  );
});

async function take(store: PanelStore, next: Exclude<Step, "restart">, index: number) {
  if (next === "purge") return store.purge();
  if (next === "throw") {
    return store.change("reports", () => {
      throw new RangeError("A rule failed.");
    });
  }
  if (next === "begin an epoch") return store.beginEpoch();
  if ("erase" in next) return store.eraseName(next.erase);
  if ("digest" in next) return store.keepText(next.digest, next.markdown);
  const known = (await entriesOf(store)).map(({ id }) => id);
  const back = (count: number) => known[count - 1] ?? "unknown";
  return store.change(next.purpose, (snapshot) => {
    const result = { ...snapshot, open: snapshot.open.map(withoutOwner) };
    return { result, ...toChange(next, snapshot, index, back) };
  });
}

/** The change with ids in it: those that are new, and those of entries that are there. */
function toChange(
  { state, append, decidedBy, put, drop, end, begin, forget }: ValueOf<typeof change>,
  { open }: Pick<Snapshot, "open">,
  index: number,
  back: (count: number) => string,
): Omit<Change<unknown>, "result"> {
  const toEntry = ({ ends, ...rest }: ValueOf<typeof entry>, place: string) => ({
    ...rest,
    id: `entry ${index}.${place}`,
    ...(ends !== undefined && { ends: back(ends) }),
  });
  return {
    ...(state !== undefined && { state }),
    ...(append && { append: append.map((one, place) => toEntry(one, String(place))) }),
    ...(decidedBy !== undefined && {
      decidedBy: decidedBy === null ? null : back(decidedBy),
    }),
    ...(put && { put }),
    ...(drop && { drop }),
    ...(end && { end: end.map((one) => open[one]?.entry.id ?? "unknown") }),
    ...(begin && { begin: { ...begin, entry: toEntry(begin.entry, "begun") } }),
    ...(forget && { forget }),
  };
}

async function entriesOf(store: PanelStore) {
  const entries = [
    ...(await store.page("decision", 1000)),
    ...(await store.page("transmission", 1000)),
  ];
  return entries.toSorted((a, b) => b.number - a.number);
}

/** All that a store can tell. */
async function readAll(store: PanelStore) {
  const { purposes, ...reading } = await store.read();
  const entries = await entriesOf(store);
  return {
    ...reading,
    events: await store.events(0, Number.MAX_SAFE_INTEGER, 1000),
    purposes: Object.entries(purposes)
      .map(([id, one]) => ({ ...one, id, open: one.open.map(withoutOwner) }))
      .toSorted((a, b) => a.id.localeCompare(b.id)),
    entries,
    found: await Promise.all(entries.map(({ log, id }) => store.find(log, id))),
    page: await store.page("decision", 3, entries[2]?.number),
    texts: await Promise.all(
      ["one", "two", "toString"].map((digest) => store.text(digest)),
    ),
  };
}

/** Who owns a send is another after a restart, of which memory knows nothing. */
function withoutOwner({
  ownerLives: _,
  ...send
}: OpenSend): Omit<OpenSend, "ownerLives"> {
  return send;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "no error";
}
