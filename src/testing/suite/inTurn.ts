export interface TurnOptions<Item> {
  /** How many of those that may meet are worked on at a time. */
  readonly atOnce: number;
  /** Whether an item may be worked on beside its neighbours; all others are alone. */
  readonly mayMeet: (item: Item) => boolean;
}

/** Works on one item after the other, or a few at a time; the results are in the items' order. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  { atOnce, mayMeet }: TurnOptions<Item>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const open = new Set<Promise<void>>();
  const all = () => Promise.all(open);
  for (const [index, item] of items.entries()) {
    if (!mayMeet(item)) await all();
    while (open.size >= atOnce) await Promise.race(open);
    const own: Promise<void> = work(item, index)
      .then((result) => {
        results[index] = result;
      })
      .finally(() => open.delete(own));
    // Whoever waits for it is told.
    own.catch(() => undefined);
    open.add(own);
    if (!mayMeet(item)) await all();
  }
  await all();
  return results;
}
