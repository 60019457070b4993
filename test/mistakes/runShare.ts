import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { catalogue } from "./catalogue.ts";
import type { Mistake } from "./mistake.ts";
import { foundBy, type Mode, modes, runAgainst } from "./runAgainst.ts";

/** What became of one mistake: what found it, reading alone and deciding too. */
export interface Result {
  readonly kind: string;
  readonly id: string;
  readonly sentence: string;
  readonly reading: readonly string[];
  readonly deciding: readonly string[];
}

/** How many files share the mistakes, so that two cores are busy. */
export const shares = 2;

/** A run that takes longer, in milliseconds, has found nothing. */
const longest = 90_000;

/** What comes of some work, or something else where it takes too long. */
function within<Value>(
  ms: number,
  work: Promise<Value>,
  otherwise: Value,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Runs the suite against each mistake of a share, and keeps what became of them. */
export async function runShare(share: number, folder: string): Promise<void> {
  const clean = new Map<string, ReturnType<typeof runAgainst>>();
  const cleanOf = (mode: Mode, panel: Mistake["panel"]) => {
    const key = `${mode} ${JSON.stringify(panel)}`;
    const found = clean.get(key) ?? runAgainst(mode, undefined, panel);
    clean.set(key, found);
    return found;
  };
  const results: Result[] = [];
  const all = catalogue.flatMap(({ kind, mistakes }) =>
    mistakes.map((mistake) => ({ kind, mistake })),
  );
  // Every so manieth alone, where somebody has little time.
  const every = Number(process.env.MISTAKES_EVERY ?? 1);
  const meant = all.filter((_one, at) => at % every === 0);
  for (const [at, { kind, mistake }] of meant.entries()) {
    if (at % shares !== share) continue;
    const began = performance.now();
    const found: Record<Mode, readonly string[]> = { reading: [], deciding: [] };
    for (const mode of modes) {
      if (found.reading.length > 0) continue;
      const clean = await cleanOf(mode, mistake.panel);
      found[mode] = await within(longest, foundBy(mode, mistake, clean), []);
    }
    const { id, sentence } = mistake;
    const by = [...found.reading, ...found.deciding].join(" ") || "missed";
    const took = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${kind} ${id}: ${by} (${took} s)\n`);
    results.push({ kind, id, sentence, ...found });
  }
  await writeFile(join(folder, `${share}.json`), JSON.stringify(results));
}
