"use client";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import type { Card, Section } from "../../policy/document.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { Heading } from "../Heading.tsx";
import type { LoadedCenter } from "./loadedCenter.ts";
import { withWords } from "./withWords.tsx";

export interface UnreadCardProps {
  readonly activity: ConsentActivity;
  readonly section: Section;
  readonly card: Card;
  readonly loaded: LoadedCenter | undefined;
  /** Whether the state is on its way. */
  readonly isReading: boolean;
  /** Whether it cannot be read, and withdrawing is offered all the same. */
  readonly isInDoubt: boolean;
  readonly headingId: string;
  readonly headingLevel: number;
}

/** The card of a purpose whose state has not been read: what holds of it in any state. */
export function UnreadCard({
  activity,
  section: { heading },
  card,
  loaded,
  isReading,
  isInDoubt,
  headingId,
  headingLevel,
}: UnreadCardProps) {
  const words = useOpeningWords();
  return (
    <section className="kt-card kt-card--empty" aria-labelledby={headingId}>
      <div className="kt-card__columns">
        {isInDoubt ? (
          withWords(loaded, ({ PurposeInDoubt }) => (
            <PurposeInDoubt {...{ activity, heading, headingId, headingLevel }} />
          ))
        ) : (
          <div className="kt-card__head">
            <Heading level={headingLevel} id={headingId}>
              {heading}
            </Heading>
          </div>
        )}
        {isReading && <p className="kt-hint">{words.loading}</p>}
      </div>
      {loaded && (
        <div className="kt-card__wide">
          {withWords(loaded, ({ CardRows }) => (
            <CardRows card={card} />
          ))}
        </div>
      )}
    </section>
  );
}
