"use client";
import { useEffect, useRef } from "react";
import type { PurposeStatus } from "../../client/purposeStatus.ts";
import type { Wish } from "../../client/wish.ts";
import type { StatusSentence } from "../../describe/describeStatus.ts";
import { wordOfWish } from "../../describe/describeWish.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";

interface AnnouncedDecision {
  /** The heading of the purpose. */
  readonly heading: string;
  /** Of the decision that stands, where it is known. */
  readonly sequence: number | undefined;
  readonly status: PurposeStatus;
  readonly sentences: readonly StatusSentence[];
  readonly wish: Wish;
  /** Whether what follows from a decision is still being read: then all is said at once. */
  readonly isSettling: boolean;
}

/**
 * Announces the status of a purpose, and what the person is asked, when one of them or the
 * decision is another: not what is there at first, and not that everything is as it was when
 * a wish has come to nothing, which its alert says.
 */
export function useAnnounceDecision({
  heading,
  sequence,
  status,
  sentences,
  wish,
  isSettling,
}: AnnouncedDecision): void {
  const words = useWords();
  const { language } = usePrivacy();
  const announce = useAnnounce();

  const isAsked = wish.kind === "decided-anew" || wish.kind === "withdrawal-of-another";
  const question = isAsked ? wordOfWish(wish) : undefined;
  const time = isAsked ? formatMoment(new Date(wish.since), language) : "";
  const parts = [
    `${words(`chip.${status}`)}.`,
    ...sentences.map(({ text }) => text),
    ...(question ? [words(question, { time })] : []),
  ];
  const sentence = words("announcement", { heading, sentence: parts.join(" ") });
  const key = `${sequence ?? ""} ${status} ${question ?? ""}`;
  const hasFailed = wish.kind === "failed";

  const last = useRef({ key, sequence, sentence, hasFailed });
  useEffect(() => {
    if (isSettling) return;
    const before = last.current;
    last.current = { key, sequence, sentence, hasFailed };
    if (before.key === key || before.sentence === sentence) return;
    const isAsBefore = hasFailed && !before.hasFailed && before.sequence === sequence;
    if (!isAsBefore) announce(sentence);
  }, [announce, key, sequence, sentence, isSettling, hasFailed]);
}
