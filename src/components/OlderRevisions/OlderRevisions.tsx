import { Fragment } from "react";
import type { OlderRevision, PolicyPage, ToldChange } from "../../policy/document.ts";
import { Heading } from "../Heading.tsx";
import { PolicyBlocks } from "../PolicyBlocks/index.ts";

export interface OlderRevisionsProps {
  readonly older: NonNullable<PolicyPage["older"]>;
  readonly headingLevel: number;
  /** Put before every anchor, so that a policy can stand twice on one page. */
  readonly idPrefix: string;
}

/**
 * The revisions that are no longer in force, newest first, each folded: what has changed
 * since, and its words. A `<section>` with one `<details>` each; the sections of an old
 * revision are no landmarks, for they would have the names of those in force.
 */
export function OlderRevisions({ older, headingLevel, idPrefix }: OlderRevisionsProps) {
  const id = idPrefix + older.anchor;
  return (
    <section aria-labelledby={id} data-kt="older-revisions">
      <Heading level={headingLevel} id={id}>
        {older.heading}
      </Heading>
      <OlderRevisionList {...{ older, idPrefix }} headingLevel={headingLevel + 1} />
    </section>
  );
}

/** The same without section and heading, for what has them already. */
export function OlderRevisionList({
  older,
  headingLevel,
  idPrefix,
}: OlderRevisionsProps) {
  return older.revisions.map((revision) => (
    <Revision key={revision.revision} {...{ revision, headingLevel, idPrefix }} />
  ));
}

interface RevisionProps {
  readonly revision: OlderRevision;
  readonly headingLevel: number;
  readonly idPrefix: string;
}

function Revision({
  revision: { anchor, label, summary, difference, text },
  headingLevel,
  idPrefix,
}: RevisionProps) {
  const prefix = `${idPrefix}${anchor}.`;
  return (
    <details className="kt-disclosure kt-policy__older" id={idPrefix + anchor}>
      <summary>{label}</summary>
      <p>{summary}</p>
      <p>
        <strong>{difference.label}</strong>
      </p>
      {difference.groups.length === 0 && <p>{difference.none}</p>}
      {difference.groups.map(({ label: kind, changes }) => (
        <Fragment key={kind}>
          <p>{kind}</p>
          <ul>
            {changes.map((change) => (
              <Change key={change.anchor} change={change} />
            ))}
          </ul>
        </Fragment>
      ))}
      <p>
        <strong>{text.label}</strong>
      </p>
      <PolicyBlocks blocks={text.introduction} idPrefix={prefix} />
      {text.sections.map(({ anchor: inner, heading, blocks }) => (
        <Fragment key={inner}>
          <Heading level={headingLevel} id={prefix + inner}>
            {heading}
          </Heading>
          <PolicyBlocks blocks={blocks} idPrefix={prefix} />
        </Fragment>
      ))}
    </details>
  );
}

function Change({ change: { parts } }: { readonly change: ToldChange }) {
  return (
    <li>
      {parts.map(({ type, label, text }, index) => (
        <Fragment key={type}>
          <span>{`${index > 0 ? " " : ""}${label} `}</span>
          {type === "before" ? <del>{text}</del> : <ins>{text}</ins>}
        </Fragment>
      ))}
    </li>
  );
}
