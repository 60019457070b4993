"use client";
import { useRef } from "react";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useDecider } from "../../hooks/useDecider.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { Alert, ErrorEvidence } from "../ErrorMessage/index.ts";
import { TimedText } from "../TimedText.tsx";
import { describeDecision, describeWish, wordOfWish } from "./describeStatus.ts";
import { FailedWish } from "./FailedWish.tsx";
import { WishNotice } from "./WishNotice.tsx";

export interface PurposeInDoubtProps {
  readonly activity: ConsentActivity;
  /** The heading of the purpose, for announcements. */
  readonly heading: string;
}

/** A purpose whose state cannot be read: withdrawing stays possible (GDPR Art. 7(3)). */
export function PurposeInDoubt({ activity, heading }: PurposeInDoubtProps) {
  const words = useWords();
  const id = usePageId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useKeepFocus(root, button);
  const { client, language } = usePrivacy();
  const { viewerId } = client;
  const deciding = useDecider(activity.id, viewerId, true);
  const { wish, answered } = deciding;
  const seen = client.lastSeen(activity.id);
  const withdrawNow = () => void deciding.withdraw(seen?.sequence, viewerId);

  const status = answered
    ? describeDecision(answered.decision, words, language)
    : words("inDoubt");
  const wished = describeWish(wish, words, language);
  useAnnounceChange(
    `${answered?.decision.sequence ?? ""} ${wordOfWish(wish)}`,
    words("announcement", { heading, sentence: wished ?? status }),
  );

  return (
    <div ref={root}>
      <p className="kt-state">
        <TimedText text={status} moments={[answered?.decision.at]} />
      </p>
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
        id={`${id}-wish`}
        wish={wish}
        sentence={wished}
        onTryNow={() => deciding.tryNow("asked")}
        onWithdraw={withdrawNow}
        onDismiss={deciding.dismiss}
      />
      <Alert after={<ErrorEvidence error={"error" in wish ? wish.error : undefined} />}>
        {wish.kind === "failed" && <FailedWish of={wish.of} error={wish.error} />}
      </Alert>
    </div>
  );
}
