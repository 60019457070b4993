"use client";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useDecider } from "../../hooks/useDecider.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { Alert } from "../ErrorMessage/index.ts";
import { describeWish } from "./describeStatus.ts";
import { FailedWish } from "./FailedWish.tsx";
import { WishNotice } from "./WishNotice.tsx";

export interface PurposeInDoubtProps {
  readonly activity: ConsentActivity;
}

/** A purpose whose state cannot be read: withdrawing stays possible (GDPR Art. 7(3)). */
export function PurposeInDoubt({ activity }: PurposeInDoubtProps) {
  const words = useWords();
  const id = usePageId();
  const { client, language } = usePrivacy();
  const { viewerId } = client;
  const { wish, withdraw, tryNow, dismiss } = useDecider(activity.id, viewerId, true);
  const withdrawNow = () => void withdraw(undefined, viewerId);
  return (
    <>
      <p className="kt-state">{words("inDoubt")}</p>
      <div className="kt-choices">
        <button
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
        sentence={describeWish(wish, words, language, viewerId !== undefined)}
        onTryNow={() => tryNow("asked")}
        onWithdraw={withdrawNow}
        onDismiss={dismiss}
      />
      <Alert>
        {wish.kind === "failed" && <FailedWish of={wish.of} error={wish.error} />}
      </Alert>
    </>
  );
}
