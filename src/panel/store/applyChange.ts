import { linksOf } from "../chain/index.ts";
import { type KeptEntry, type Memory, purposeOf } from "./memory.ts";
import { type Change, type Item, LaneTaken } from "./panelStore.ts";

/**
 * The memory after a change.
 *
 * @throws {LaneTaken} when a send is open in the lane of the one that is to begin.
 * @throws {RangeError} when an entry has the id of another.
 */
export function applyChange(
  memory: Memory,
  purpose: string,
  change: Omit<Change<unknown>, "result">,
  now: Date,
): Memory {
  const { append = [], put = [], drop = [], begin, end = [], forget = [] } = change;
  const before = purposeOf(memory, purpose);
  const sends = memory.sends.filter(({ entry }) => !end.includes(entry));
  if (begin && sends.some(({ lane }) => lane === begin.lane)) throw new LaneTaken();

  const first = (memory.entries.at(-1)?.number ?? 0) + 1;
  const links = linksOf(memory.store, purpose, change);
  const added = [...append, ...(begin ? [begin.entry] : [])].flatMap((entry, index) => {
    const link = links[index];
    return link ? [{ ...entry, purpose, number: first + index, link }] : [];
  });
  const last = links.at(-1);
  const isTwice = added.some(({ id }, index) =>
    [...memory.entries, ...added.slice(0, index)].some((entry) => entry.id === id),
  );
  if (isTwice) throw new RangeError("An entry has the id of another.");
  const items = put.reduce(withItem, before.items).filter(({ id }) => !drop.includes(id));
  return {
    ...memory,
    store: {
      ...memory.store,
      ...(last && { number: last.number, head: last.head }),
      counter: memory.store.counter + 1,
    },
    purposes: {
      ...memory.purposes,
      [purpose]: {
        state: change.state === undefined ? before.state : change.state,
        decidedBy: change.decidedBy === undefined ? before.decidedBy : change.decidedBy,
        items,
      },
    },
    entries: [...memory.entries, ...added].map((entry) =>
      entry.uuid !== undefined && forget.includes(entry.uuid)
        ? withoutBytes(entry)
        : entry,
    ),
    sends: begin
      ? [
          ...sends,
          {
            entry: begin.entry.id,
            purpose,
            item: begin.item,
            lane: begin.lane,
            since: now,
          },
        ]
      : sends,
  };
}

/** Adds an item, or replaces the `data` of the one that is there. */
function withItem(items: readonly Item[], item: Item): readonly Item[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((one) => (one.id === item.id ? { ...one, data: item.data } : one))
    : [...items, item];
}

function withoutBytes({ uuid, bytes, ...entry }: KeptEntry): KeptEntry {
  return entry;
}
