"use client";
import { useWords } from "../../hooks/useWords.ts";
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
  const words = useWords();
  const rowOf = (name: string) =>
    card.rows.find(({ anchor }) => anchor.endsWith(`.${name}`));
  const shown = groups.flatMap((names) => {
    const [first, ...others] = names.flatMap((name) => rowOf(name) ?? []);
    return first ? [{ first, others }] : [];
  });
  const saidIn = ({ values }: Row) => values.map(plainText).join(" · ");
  return (
    <dl className="kt-rows kt-rows--short">
      {shown.map(({ first, others }) => (
        <div key={first.anchor} className="kt-rows__row">
          <dt>{first.name}</dt>
          <dd>
            <span>{saidIn(first)}</span>
            {others.map((row) => (
              <span key={row.anchor}>
                {` ${words("rows.also", { label: row.name, value: saidIn(row) })}`}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
