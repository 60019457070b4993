import type { Change } from "./difference.ts";
import type { ToldChange, ToldChanges } from "./document.ts";
import type { Language } from "./language.ts";
import { pageWords } from "./pageWords.ts";
import { statementKinds } from "./statements.ts";

/** What changed in words: by kind, each change under a word for what became of it. */
export function tellChanges(
  changes: readonly Change[],
  language: Language,
): readonly ToldChanges[] {
  const words = pageWords[language].older;
  return statementKinds
    .map((kind) => ({
      label: words.kind[kind],
      changes: changes.filter((change) => change.kind === kind).map(tell(words)),
    }))
    .filter(({ changes: found }) => found.length > 0);
}

function tell(words: (typeof pageWords)[Language]["older"]) {
  return ({ anchor, before, after }: Change): ToldChange => {
    const isReworded = before !== undefined && after !== undefined;
    const parts: ToldChange["parts"][number][] = [];
    if (before !== undefined) {
      const label = isReworded ? words.before : words.removed;
      parts.push({ type: "before", label, text: before });
    }
    if (after !== undefined) {
      const label = isReworded ? words.after : words.added;
      parts.push({ type: "after", label, text: after });
    }
    return { anchor, parts };
  };
}
