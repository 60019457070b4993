import type { CheckerFinding } from "./findings.ts";

/** Why what a checker finds is right as it is, by its rule; the docs say the same. */
const explained: readonly Pick<CheckerFinding, "checker" | "rule">[] = [];

/** Whether docs/accessibility.md says why a finding stays. */
export function isExplained({ checker, rule }: CheckerFinding): boolean {
  return explained.some(
    (known) => known.checker === checker && rule.startsWith(known.rule),
  );
}
