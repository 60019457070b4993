import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import * as z from "zod/mini";

/** What is read of the file that Vitest's JSON reporter writes. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.nullish(z.array(z.string())),
        }),
      ),
    }),
  ),
});

export type VitestReport = z.infer<typeof reportSchema>;

/** How a part ended; `failures` names each test that failed, and says how. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

/** Reads Vitest's report; undefined where Vitest ended before it wrote one. */
export async function readVitestReport(file: string): Promise<VitestReport | undefined> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Counts a report's tests. A file that fails outside its tests (it does not load, say) is one. */
export function outcomeOf(report: VitestReport, root: string): Outcome {
  const failures = report.testResults.flatMap(
    ({ name, status, message, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter((test) => test.status === "failed");
      if (status === "failed" && failed.length === 0)
        return [`${file}\n${shorten(message)}`];
      return failed.map(
        ({ fullName, failureMessages }) =>
          `${file} > ${fullName}\n${shorten(failureMessages?.join("\n") ?? "")}`,
      );
    },
  );
  return {
    passed: report.numPassedTests,
    failed: Math.max(failures.length, report.numFailedTests),
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

const maxLines = 12;
const maxLineLength = 300;

function shorten(message: string): string {
  const lines = message.split("\n").filter((line) => !/node_modules|node:/.test(line));
  const rest = lines.length > maxLines ? ["…"] : [];
  return [...lines.slice(0, maxLines), ...rest]
    .map((line) => `    ${line.slice(0, maxLineLength)}`)
    .join("\n");
}
