import { inTurn } from "./inTurn.ts";

/** Requests of one promise that do not touch each other are under way so many at a time. */
const atOnce = 8;

/** Does something with each item, a few at a time. */
export async function eachAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await inTurn(items, work, { atOnce, mayMeet: () => true });
}
