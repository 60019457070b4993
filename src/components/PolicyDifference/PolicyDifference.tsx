"use client";
import { useMemo } from "react";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import { type Change, difference } from "../../policy/difference.ts";
import type { Policy } from "../../policy/policy.ts";
import { statementKinds } from "../../policy/statements.ts";
import { Heading } from "../Heading.tsx";

export interface PolicyDifferenceProps {
  /** The revision that was agreed to. */
  readonly before: Policy;
  readonly after: Policy;
  /** The sections that are compared: `general`, `status` and activities. @default all */
  readonly scopes?: readonly string[];
  readonly heading: string;
  readonly headingLevel: number;
  /** The id of the heading of which this is a part, for a name that no other part has. */
  readonly partOf?: string;
}

/**
 * What one revision of the policy says otherwise than another, item by item and sentence by
 * sentence: a `<section>` with `<ins>` and `<del>`, told in words as well as by lines.
 */
export function PolicyDifference({
  before,
  after,
  scopes,
  heading,
  headingLevel,
  partOf,
}: PolicyDifferenceProps) {
  const words = useWords();
  const id = usePageId();
  const { language } = usePrivacy();
  const all = useMemo(
    () => difference(before, after, language),
    [before, after, language],
  );
  const changes = scopes ? all.filter(({ scope }) => scopes.includes(scope)) : all;

  return (
    <section
      className="kt-difference"
      aria-labelledby={partOf === undefined ? id : `${id} ${partOf}`}
      data-kt="difference"
    >
      <Heading level={headingLevel} id={id}>
        {heading}
      </Heading>
      <p>
        {words("difference.revisions", {
          before: before.revision.id,
          after: after.revision.id,
        })}
      </p>
      {changes.length === 0 && <p>{words("difference.none")}</p>}
      {statementKinds.map((kind) => {
        const found = changes.filter((change) => change.kind === kind);
        if (found.length === 0) return null;
        return (
          <div key={kind}>
            <Heading level={headingLevel + 1}>{words(`difference.kind.${kind}`)}</Heading>
            <ul className="kt-difference__list">
              {found.map((change) => (
                <PolicyChange key={change.anchor} change={change} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function PolicyChange({ change: { before, after } }: { readonly change: Change }) {
  const words = useWords();
  const isReworded = before !== undefined && after !== undefined;
  const name = isReworded ? "reworded" : before === undefined ? "added" : "removed";
  return (
    <li data-change={name}>
      <strong>{words(`difference.${name}`)}</strong>
      {before !== undefined && (
        <del>
          {isReworded && (
            <span className="kt-hidden">{`${words("difference.before")} `}</span>
          )}
          <span>{before}</span>
        </del>
      )}
      {after !== undefined && (
        <ins>
          {isReworded && (
            <span className="kt-hidden">{`${words("difference.after")} `}</span>
          )}
          <span>{after}</span>
        </ins>
      )}
    </li>
  );
}
