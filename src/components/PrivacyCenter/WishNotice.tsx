"use client";
import { type KlartextError, PanelUnreachable } from "../../client/errors.ts";
import type { Wish } from "../../client/wish.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { ErrorEvidence, ErrorMessage } from "../ErrorMessage/index.ts";
import { TimedText } from "../TimedText.tsx";
import { isSignedOut, wordOfWish } from "./describeWish.ts";

export interface WishNoticeProps {
  readonly wish: Wish;
  readonly onTryNow: () => void;
  readonly onWithdraw: () => void;
  readonly onDismiss: () => void;
}

/** Why a wish is not settled, how it goes on, and what can be done: nothing where it is. */
export function WishNotice({ wish, onTryNow, onWithdraw, onDismiss }: WishNoticeProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const word = wordOfWish(wish);
  const error = errorToMend(wish);
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

/** What stands in the way of a wish; that a grant got no answer is told by its status. */
function errorToMend(wish: Wish): KlartextError | undefined {
  if (wish.kind === "withdrawing") return wish.error;
  return wish.kind === "checking" && !(wish.error instanceof PanelUnreachable)
    ? wish.error
    : undefined;
}
