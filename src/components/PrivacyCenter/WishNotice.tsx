"use client";
import type { KlartextError } from "../../client/errors.ts";
import type { Wish } from "../../client/wish.ts";
import { isSignedOut, wordOfWish } from "../../describe/describeWish.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { ErrorEvidence, ErrorMessage } from "../ErrorMessage/index.ts";
import { TimedText } from "../TimedText.tsx";

export interface WishNoticeProps {
  readonly wish: Wish;
  /** Whether the panel cannot be read either; else a doubt is soon resolved. */
  readonly isLastKnown: boolean;
  readonly onTryNow: () => void;
  readonly onWithdraw: () => void;
  readonly onDismiss: () => void;
}

/** Why a wish is not settled, how it goes on, and what can be done: nothing where it is. */
export function WishNotice({
  wish,
  isLastKnown,
  onTryNow,
  onWithdraw,
  onDismiss,
}: WishNoticeProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const word = wordOfWish(wish);
  const error = errorToMend(wish, isLastKnown);
  if (!word && !error) return null;
  const since = "since" in wish ? wish.since : undefined;
  const time = since === undefined ? "" : formatMoment(new Date(since), language);
  const tryNow = (
    <button type="button" className="kt-button" onClick={onTryNow}>
      {words("tryNow")}
    </button>
  );
  return (
    <div className="kt-notice">
      {word && (
        <p>
          <TimedText text={words(word, { time })} moments={[since]} />
        </p>
      )}
      {error &&
        (isSignedOut(error) ? (
          tryNow
        ) : (
          <>
            <ErrorMessage error={error}>{tryNow}</ErrorMessage>
            <ErrorEvidence error={error} />
          </>
        ))}
      {wish.kind === "decided-anew" && (
        <button type="button" className="kt-button" onClick={onWithdraw}>
          {words("withdrawAnyway")}
        </button>
      )}
      {(wish.kind === "decided-anew" || wish.kind === "withdrawal-of-another") && (
        <button type="button" className="kt-button" onClick={onDismiss}>
          {words("leave")}
        </button>
      )}
    </div>
  );
}

/** What stands in the way of a wish; that it is being checked is told by its status. */
function errorToMend(wish: Wish, isLastKnown: boolean): KlartextError | undefined {
  if (wish.kind === "withdrawing") return wish.error;
  return wish.kind === "checking" && isLastKnown ? wish.error : undefined;
}
