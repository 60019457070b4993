"use client";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { Heading } from "../Heading.tsx";
import { GuardedPart } from "../PartBoundary/index.ts";
import { TimedText } from "../TimedText.tsx";
import { describeDecision } from "./describeStatus.ts";
import { PurposeCard, type PurposeCardProps } from "./PurposeCard.tsx";

export type GuardedCardProps = Omit<PurposeCardProps, "headingId">;

/** A card in a section of its own, which says the last known state where the card breaks. */
export function GuardedCard(props: GuardedCardProps) {
  const id = usePageId();
  const { headingLevel, section } = props;
  return (
    <section className="kt-section" aria-labelledby={id} data-kt="purpose">
      <Heading level={headingLevel} id={id}>
        {section.heading}
      </Heading>
      <GuardedPart part={section.anchor} known={<LastKnown {...props} />}>
        <PurposeCard {...props} headingId={id} />
      </GuardedPart>
    </section>
  );
}

function LastKnown({ purpose: { decision }, readAt }: GuardedCardProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const time = formatMoment(new Date(readAt), language);
  return (
    <p>
      <TimedText
        text={words("lastKnown", { time })}
        moments={[new Date(readAt).toISOString()]}
      />
      <span> </span>
      <TimedText
        text={describeDecision(decision, words, language)}
        moments={[decision.at]}
      />
    </p>
  );
}
