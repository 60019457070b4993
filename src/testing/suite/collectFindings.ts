import { type Finding, type FindingKind, finding } from "./preflight/index.ts";

/** What was found between the suite and the panel: before the run, and while it ran. */
export interface Findings {
  readonly all: () => readonly Finding[];
  readonly kinds: () => ReadonlySet<FindingKind>;
  /** Notes what shows a cause that was not found before the run. */
  readonly note: (kind: FindingKind, seen: string) => void;
}

export function collectFindings(
  before: readonly Finding[],
  onFinding: (found: Finding) => void = () => {},
): Findings {
  const meanwhile = new Map<FindingKind, Finding>();
  const all = () => [...before, ...meanwhile.values()];
  return {
    all,
    kinds: () => new Set(all().map(({ kind }) => kind)),
    note: (kind, seen) => {
      if (before.some((found) => found.kind === kind)) return;
      const known = meanwhile.get(kind);
      const found = finding(kind, [...(known?.seen ?? []), seen]);
      meanwhile.set(kind, found);
      if (!known) onFinding(found);
    },
  };
}
