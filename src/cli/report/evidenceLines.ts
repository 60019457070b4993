import type { ShownResult } from "./shownReport.ts";

type Broken = Extract<ShownResult, { outcome: "fail" }>;

/** What shows that a rule is broken, and what to do, in lines. */
export function evidenceLines(result: Broken): readonly string[] {
  const { expected, isFlapping, answer, curl, remedy, section } = result;
  return [
    `expected: ${expected}`,
    ...(isFlapping ? ["flapping: it was kept when it was asked once more"] : []),
    ...(curl === undefined ? [] : [`request: ${curl}`]),
    ...(answer ? [`answer: ${formatAnswer(answer)}`] : []),
    `what to do: ${remedy}`,
    `more: ${section}`,
  ];
}

function formatAnswer({ status, headers, body }: NonNullable<Broken["answer"]>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [status, ...lines, body].join("\n  ").trimEnd();
}
