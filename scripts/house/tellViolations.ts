import type { ICruiseResult } from "dependency-cruiser";

/** Each rule that is broken with why it is there and what to do, then the imports that break it. */
export function tellViolations({ summary }: ICruiseResult): string {
  const byRule = Map.groupBy(summary.violations, ({ rule }) => rule.name);
  return [...byRule]
    .map(([name, broken]) => {
      const why = summary.ruleSetUsed?.forbidden?.find((rule) => rule.name === name);
      const imports = broken.map(({ from, to, cycle }) =>
        [from, ...(cycle?.map((step) => step.name) ?? (to === from ? [] : [to]))].join(
          " → ",
        ),
      );
      return `${name}: ${why?.comment}\n${imports.map((one) => `  ${one}\n`).join("")}`;
    })
    .join("\n");
}
