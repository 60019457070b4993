import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Result, shares } from "./runShare.ts";

declare module "vitest" {
  interface ProvidedContext {
    mistakesFolder: string;
  }
}

/** So many of a hundred mistakes have to be found. */
const enough = 95;

/** Tells, when every share is over, how many mistakes the suite found, by kind. */
export async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "klartext-mistakes-"));
  project.provide("mistakesFolder", folder);
  return async () => {
    const files = await readdir(folder);
    const texts = await Promise.all(
      files.map((file) => readFile(join(folder, file), "utf8")),
    );
    await rm(folder, { recursive: true });
    // A share alone, as when one file is run, tells nothing of the whole.
    if (files.length < shares) return;
    tell(texts.flatMap((text): readonly Result[] => JSON.parse(text)));
  };
}

function tell(results: readonly Result[]): void {
  const kinds = [...new Set(results.map(({ kind }) => kind))].toSorted();
  const rows = [...kinds, undefined].map((kind) => {
    const all = results.filter((one) => kind === undefined || one.kind === kind);
    const read = all.filter(({ reading }) => reading.length > 0).length;
    const missed = all.filter(isMissed).length;
    return [kind ?? "all", all.length, read, all.length - read - missed, missed] as const;
  });
  const head = ["kind", "mistakes", "reading", "deciding too", "missed"];
  for (const [name, ...cells] of [head, ...rows]) {
    console.log(
      `${name}`.padEnd(26) + cells.map((cell) => `${cell}`.padStart(13)).join(""),
    );
  }
  const missed = results.filter(isMissed);
  for (const { kind, id, sentence } of missed)
    console.log(`missed: ${kind}: ${id}: ${sentence}`);
  const found = results.length - missed.length;
  console.log(`${found} of ${results.length} found`);
  if (found * 100 < results.length * enough) {
    throw new Error(`Less than ${enough} of a hundred mistakes were found.`);
  }
}

function isMissed({ reading, deciding }: Result): boolean {
  return reading.length + deciding.length === 0;
}
