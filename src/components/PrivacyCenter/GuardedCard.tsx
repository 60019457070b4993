"use client";
import { memo } from "react";
import { purposeStatus } from "../../client/purposeStatus.ts";
import { noWish } from "../../client/wish.ts";
import { describeStatus } from "../../describe/describeStatus.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { PurposeHeadingContext } from "../../hooks/PurposeHeadingContext.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { Heading } from "../Heading.tsx";
import { GuardedPart } from "../PartBoundary/index.ts";
import { StatusChip, StatusLine } from "../PurposeStatus/index.ts";
import { TimedText } from "../TimedText.tsx";
import { PurposeCard, type PurposeCardProps } from "./PurposeCard.tsx";
import { useTellStatus } from "./StatusesProvider.tsx";

export type GuardedCardProps = Omit<PurposeCardProps, "headingId">;

/** A card in a section of its own, which says the last known state where the card breaks. */
export const GuardedCard = memo(function GuardedCard(props: GuardedCardProps) {
  const id = usePageId();
  return (
    <section className="kt-card" aria-labelledby={id} data-kt="purpose">
      <PurposeHeadingContext.Provider value={props.section.heading}>
        <GuardedPart part={props.section.anchor} known={<LastKnown {...props} id={id} />}>
          <PurposeCard {...props} headingId={id} />
        </GuardedPart>
      </PurposeHeadingContext.Provider>
    </section>
  );
});

function LastKnown({
  id,
  activity,
  purpose,
  readAt,
  section,
  headingLevel,
}: GuardedCardProps & { readonly id: string }) {
  const words = useWords();
  const { language } = usePrivacy();
  const status = purposeStatus(purpose, noWish, undefined);
  useTellStatus(activity.id, { status, isLastKnown: true });
  const facts = { status, purpose, isSettled: true, schedule: activity.schedule };
  const time = formatMoment(new Date(readAt), language);
  return (
    <>
      <div className="kt-card__head">
        <Heading level={headingLevel} id={id}>
          {section.heading}
        </Heading>
        <StatusChip status={status} isLastKnown />
      </div>
      <p>
        <TimedText
          text={words("lastKnown", { time })}
          moments={[new Date(readAt).toISOString()]}
        />
      </p>
      <StatusLine sentences={describeStatus(facts, words, language)} />
    </>
  );
}
