"use client";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import type { Section } from "../../policy/document.ts";
import { DisclosureLink } from "../DisclosureLink.tsx";
import { Heading } from "../Heading.tsx";

export interface ContractCardProps {
  readonly section: Section;
  readonly headingLevel: number;
  /** The id of the section in the policy. */
  readonly wordingId: string;
}

/** What belongs to the contract: a card without a switch (GDPR Art. 6(1)(b)). */
export function ContractCard({ section, headingLevel, wordingId }: ContractCardProps) {
  const words = useOpeningWords();
  const id = `${wordingId}-card`;
  return (
    <section className="kt-card" aria-labelledby={id} data-kt="contract">
      <div className="kt-card__columns">
        <div className="kt-card__head">
          <Heading level={headingLevel} id={id}>
            {section.heading}
          </Heading>
          <span className="kt-chip">{words.contract}</span>
        </div>
        <p className="kt-hint">
          <span>{words.contractBasis}</span>
          <span> </span>
          <DisclosureLink to={wordingId}>
            <span>{words.wording}</span>
            <span className="kt-hidden">{`: ${section.heading}`}</span>
          </DisclosureLink>
        </p>
      </div>
    </section>
  );
}
