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
  const every = Number(process.env.KLARTEXT_MISTAKES_EVERY ?? 1);
  const meant = all.filter((_one, at) => at % every === 0);
  for (const [at, { kind, mistake }] of meant.entries()) {
    if (at % shares !== share) continue;
    const found: Record<Mode, readonly string[]> = { reading: [], deciding: [] };
    for (const mode of modes) {
      if (found.reading.length > 0) continue;
      found[mode] = await foundBy(mode, mistake, await cleanOf(mode, mistake.panel));
    }
    const { id, sentence } = mistake;
    results.push({ kind, id, sentence, ...found });
  }
  await writeFile(join(folder, `${share}.json`), JSON.stringify(results));
}
