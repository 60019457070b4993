import { Fragment } from "react";
import { type Card, plainText, type Row } from "../../policy/document.ts";

/** What stands together under the first one's name (GDPR Art. 13). */
const groups = [
  ["recipient"],
  ["frequency", "identification"],
  ["purpose", "retention"],
  ["voluntary", "withdrawal"],
] as const;

export interface CardRowsProps {
  readonly card: Card;
}

/** Who, when, what for, and that it is voluntary: a `<dl>` of four short rows. */
export function CardRows({ card }: CardRowsProps) {
  const rowOf = (name: string) =>
    card.rows.find(({ anchor }) => anchor.endsWith(`.${name}`));
  const shown = groups.flatMap((names) => {
    const [first, ...others] = names.flatMap((name) => rowOf(name) ?? []);
    return first ? [{ first, others }] : [];
  });
  return (
    <dl className="kt-rows kt-rows--short">
      {shown.map(({ first, others }) => (
        <div key={first.anchor} className="kt-rows__row">
          <dt>{first.name}</dt>
          <dd>
            <span>{saidIn(first)}</span>
            {others.map((row) => (
              <Fragment key={row.anchor}>
                <span>{endsSentence(saidIn(first)) ? " " : " · "}</span>
                <span className="kt-rows__name">{`${row.name}: `}</span>
                <span>{saidIn(row)}</span>
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function saidIn({ values }: Row): string {
  return values.map(plainText).join(" · ");
}

function endsSentence(text: string): boolean {
  return /[.!?…]$/.test(text);
}
