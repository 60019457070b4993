import type { Result } from "./runPart.ts";
import type { Outcome } from "./vitestReport.ts";

/** Prints what failed, a row for each part, and in the last line the sum of all. */
export function printResults(results: readonly Result[], total: Outcome): void {
  if (total.failures.length > 0)
    console.log(`\nFailed:\n\n${total.failures.join("\n\n")}`);
  console.log(`\n${row("part", "seconds", "passed", "failed", "skipped")}`);
  for (const { name, seconds, passed, failed, skipped } of results)
    console.log(row(name, seconds.toFixed(1), passed, failed, skipped));
  console.log(`\n${sentence(total)}`);
}

/** What `N passed, N failed` is called, and what was skipped where something was. */
export function sentence({ passed, failed, skipped }: Outcome): string {
  const rest = skipped > 0 ? `, ${skipped} skipped` : "";
  return `${passed} passed, ${failed} failed${rest}`;
}

/** The sum of what the parts say. */
export function sum(outcomes: readonly Outcome[]): Outcome {
  const of = (name: "passed" | "failed" | "skipped") =>
    outcomes.reduce((total, outcome) => total + outcome[name], 0);
  return {
    passed: of("passed"),
    failed: of("failed"),
    skipped: of("skipped"),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

function row(name: string, ...cells: readonly (string | number)[]): string {
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join("");
}
