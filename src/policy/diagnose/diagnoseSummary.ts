import type { Activity } from "../policy.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";
import { sentenceNamesOf } from "./sentenceNamesOf.ts";

/** That the summary of an activity repeats only what its section tells. */
export function diagnoseSummary({
  id,
  blocks,
  summary = {},
}: Activity): readonly Diagnostic[] {
  const told = new Set(blocks.flatMap(sentenceNamesOf));
  return Object.entries(summary).flatMap(([question, names]) =>
    names
      .filter((name) => !told.has(name))
      .map((name) =>
        diagnostic("sentence-not-told", `${id}.summary.${question}: ${name}`),
      ),
  );
}
