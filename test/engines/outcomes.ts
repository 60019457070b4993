import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type Outcome = "done" | "failed" | "not here";

const folder = join(import.meta.dirname, "../../test-results/engines");

/** Prints what became of each task in each look, as a table, and keeps it as a file. */
export async function tellOutcomes(
  engine: string,
  outcomes: ReadonlyMap<string, ReadonlyMap<string, Outcome>>,
): Promise<void> {
  const looks = [...new Set([...outcomes.values()].flatMap((row) => [...row.keys()]))];
  const rows = [
    ["task", ...looks],
    looks.map(() => "---").toSpliced(0, 0, "---"),
    ...[...outcomes].map(([task, row]) => [
      task,
      ...looks.map((look) => row.get(look) ?? ""),
    ]),
  ];
  const table = rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${engine.replaceAll(/\W+/g, "-")}.md`), table);
  process.stdout.write(`\n${engine}\n${table}\n`);
}
