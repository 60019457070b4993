import { buildDocument } from "./buildDocument.ts";
import type { Language } from "./language.ts";
import type { Policy } from "./policy.ts";
import { type Statement, statementsOf } from "./statements.ts";

/** A statement that one revision makes in other words than another, or not at all. */
export interface Change extends Omit<Statement, "text"> {
  /** What was said; undefined for what is new. */
  readonly before: string | undefined;
  /** What is said now; undefined for what is no longer said. */
  readonly after: string | undefined;
}

/**
 * What policy `b` says that `a` did not say in the same words, and what it no longer says:
 * by anchor, what was dropped at the end. Equal policies have none.
 */
export function difference(a: Policy, b: Policy, language: Language): readonly Change[] {
  const before = byAnchor(a, language);
  const after = byAnchor(b, language);
  const anchors = new Set([...after.keys(), ...before.keys()]);
  return [...anchors].flatMap((anchor) => {
    const [old, now] = [before.get(anchor), after.get(anchor)];
    const statement = now ?? old;
    if (!statement || old?.text === now?.text) return [];
    const { scope, kind } = statement;
    return [{ anchor, scope, kind, before: old?.text, after: now?.text }];
  });
}

function byAnchor(policy: Policy, language: Language): ReadonlyMap<string, Statement> {
  const statements = statementsOf(buildDocument(policy, language));
  return new Map(statements.map((statement) => [statement.anchor, statement]));
}
