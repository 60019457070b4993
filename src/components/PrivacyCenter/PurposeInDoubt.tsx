"use client";
import { useRef } from "react";
import { purposeStatus } from "../../client/purposeStatus.ts";
import { describeStatus } from "../../describe/describeStatus.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { PurposeHeadingContext } from "../../hooks/PurposeHeadingContext.ts";
import { useDecider } from "../../hooks/useDecider.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { Alert, ErrorEvidence } from "../ErrorMessage/index.ts";
import { Heading } from "../Heading.tsx";
import { StatusChip, StatusLine } from "../PurposeStatus/index.ts";
import { FailedWish } from "./FailedWish.tsx";
import { useAnnounceDecision } from "./useAnnounceDecision.ts";
import { WishNotice } from "./WishNotice.tsx";

export interface PurposeInDoubtProps {
  readonly activity: ConsentActivity;
  /** The name of the purpose. */
  readonly heading: string;
  readonly headingId: string;
  readonly headingLevel: number;
}

/** A purpose whose state cannot be read: withdrawing stays possible (GDPR Art. 7(3)). */
export function PurposeInDoubt({
  activity,
  heading,
  headingId,
  headingLevel,
}: PurposeInDoubtProps) {
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useKeepFocus(root, button);
  const { client, language } = usePrivacy();
  const { viewerId } = client;
  const deciding = useDecider(activity.id, viewerId, true);
  const { wish, answered } = deciding;
  const seen = client.lastSeen(activity.id);
  const withdrawNow = () => void deciding.withdraw(seen?.sequence, viewerId);

  const status = purposeStatus(answered, wish, undefined);
  const facts = {
    status,
    purpose: answered,
    isSettled: false,
    schedule: activity.schedule,
  };
  const sentences = describeStatus(facts, words, language);
  useAnnounceDecision({
    heading,
    sequence: answered?.decision.sequence,
    status,
    sentences,
    wish,
    isSettling: false,
  });

  return (
    <PurposeHeadingContext.Provider value={heading}>
      <div ref={root}>
        <div className="kt-card__head">
          <Heading level={headingLevel} id={headingId}>
            {heading}
          </Heading>
          <StatusChip status={status} isLastKnown={false} />
        </div>
        <StatusLine sentences={sentences} />
        <div className="kt-choices">
          <button
            ref={button}
            type="button"
            className="kt-button"
            aria-disabled={wish.kind === "withdrawing" || undefined}
            onClick={withdrawNow}
          >
            {words(`withdraw.${activity.identification}`)}
          </button>
        </div>
        <WishNotice
          wish={wish}
          isLastKnown
          onTryNow={() => deciding.tryNow("asked")}
          onWithdraw={withdrawNow}
          onDismiss={deciding.dismiss}
        />
        <Alert
          after={
            <ErrorEvidence error={wish.kind === "failed" ? wish.error : undefined} />
          }
        >
          {wish.kind === "failed" && <FailedWish of={wish.of} error={wish.error} />}
        </Alert>
      </div>
    </PurposeHeadingContext.Provider>
  );
}
