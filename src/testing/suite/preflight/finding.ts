import { type FindingKind, type FindingWords, findingWords } from "./findingWords.ts";

/** One cause of what a client sees, that is more than one broken rule of the panel. */
export interface Finding extends FindingWords {
  readonly kind: FindingKind;
  /** The exchanges that show it, one a line. */
  readonly seen: readonly string[];
  /** Where more is told, in the package. */
  readonly docs: string;
}

/** As many exchanges as are told of one cause. */
const shownExchanges = 5;

export function finding(kind: FindingKind, seen: readonly string[]): Finding {
  const lines = [...new Set(seen)].slice(0, shownExchanges);
  return { kind, ...findingWords[kind], seen: lines, docs: docsOf(kind) };
}

/** What no proxy brings about. */
const pages: Partial<Record<FindingKind, string>> = {
  "other-contract": "docs/test-panel.md",
  "other-policy": "docs/test-panel.md",
  "store-unavailable": "docs/errors/store-unavailable.md",
};

function docsOf(kind: FindingKind): string {
  return pages[kind] ?? "docs/behind-a-proxy.md";
}
