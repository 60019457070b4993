import fc from "fast-check";

const seed = Number(process.env.SHARE_SEED ?? Date.now() % 1_000_000);

/** Names the share, so that it can be looked at again. */
export const shareName = `SHARE_SEED=${seed}`;

/** So many of them, others each time, in their order; all of them with `KLARTEXT_DEEP=1`. */
export function shareOf<Item>(items: readonly Item[], size: number): readonly Item[] {
  if (process.env.KLARTEXT_DEEP === "1") return items;
  const [chosen = []] = fc.sample(
    fc.shuffledSubarray([...items.keys()], { minLength: size, maxLength: size }),
    { numRuns: 1, seed },
  );
  const isChosen = new Set(chosen);
  return items.filter((_, index) => isChosen.has(index));
}
