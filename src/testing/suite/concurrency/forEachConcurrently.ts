import { mapConcurrently } from "./mapConcurrently.ts";

/** Requests of one rule that do not touch each other are under way so many at a time. */
const atOnce = 8;

/** Does something with each item, a few at a time. */
export async function forEachConcurrently<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await mapConcurrently(items, work, { limit: atOnce, mayOverlap: () => true });
}
