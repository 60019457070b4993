interface ConcurrencyOptions<Item> {
  /** How many of those that may meet are worked on at a time. */
  readonly limit: number;
  /** Whether an item may be worked on beside its neighbours; all others are alone. */
  readonly mayOverlap: (item: Item) => boolean;
}

/** Works on one item after the other, or a few at a time; the results are in the items' order. */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  { limit: atOnce, mayOverlap: mayMeet }: ConcurrencyOptions<Item>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const open = new Set<Promise<void>>();
  const wait = async (isEnough: () => boolean) => {
    while (!isEnough()) await Promise.race(open);
    if (failures.length > 0) throw failures[0];
  };
  const isAlone = () => open.size === 0;
  for (const [index, item] of items.entries()) {
    await wait(mayMeet(item) ? () => open.size < atOnce : isAlone);
    const own: Promise<void> = work(item, index)
      .then(
        (result) => {
          results[index] = result;
        },
        (error: unknown) => {
          failures.push(error);
        },
      )
      .finally(() => open.delete(own));
    open.add(own);
    if (!mayMeet(item)) await wait(isAlone);
  }
  await wait(isAlone);
  return results;
}
