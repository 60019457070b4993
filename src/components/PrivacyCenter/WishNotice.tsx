"use client";
import type { Wish } from "../../client/wish.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorEvidence, ErrorMessage } from "../ErrorMessage/index.ts";
import { TimedText } from "../TimedText.tsx";
import { isSignedOut } from "./describeStatus.ts";

export interface WishNoticeProps {
  readonly id: string;
  readonly wish: Wish;
  /** What is said of the wish; undefined where nothing is on its way. */
  readonly sentence: string | undefined;
  readonly onTryNow: () => void;
  readonly onWithdraw: () => void;
  readonly onDismiss: () => void;
}

/** What is on its way to the panel, why it is not there yet, and what can be done about it. */
export function WishNotice({
  id,
  wish,
  sentence,
  onTryNow,
  onWithdraw,
  onDismiss,
}: WishNoticeProps) {
  const words = useWords();
  const error =
    wish.kind === "withdrawing" || wish.kind === "checking" ? wish.error : undefined;
  const tryNow = (
    <button type="button" className="kt-button" onClick={onTryNow}>
      {words("tryNow")}
    </button>
  );
  return (
    <div className="kt-notice" hidden={sentence === undefined}>
      <p id={id}>
        <TimedText
          text={sentence ?? ""}
          moments={["since" in wish ? wish.since : undefined]}
        />
      </p>
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
