"use client";
import type { Transport } from "../../contract/transport.ts";
import { useWords } from "../../hooks/useWords.ts";
import { type Card, plainText } from "../../policy/document.ts";
import { lazyDecisionHistory } from "../DecisionHistory/lazy.ts";
import { type Fold, Folds } from "../Folds/Folds.tsx";
import { LazyPart } from "../LazyPart.tsx";
import { GuardedPart } from "../PartBoundary/index.ts";
import { lazyPolicySection } from "../PayloadPreview/lazy.ts";
import { lazyTransmissionLog } from "../TransmissionLog/lazy.ts";
import { lazyTransportFacts } from "../TransportFacts/lazy.ts";

export interface CardFoldsProps {
  readonly card: Card;
  /** The name of the purpose. */
  readonly heading: string;
  /** Null in a panel that cannot send. */
  readonly transport: Transport | null;
  /** Where the vendor publishes results; null where the panel does not say. */
  readonly resultsUrl: string | null;
  /** Of the headings in what is unfolded. */
  readonly headingLevel: number;
}

/** What was sent, what was decided, where it goes and how, and the words of the policy. */
export function CardFolds({
  card,
  heading,
  transport,
  resultsUrl,
  headingLevel,
}: CardFoldsProps) {
  const words = useWords();
  const purpose = card.activity;
  const sent: Fold = {
    id: "log",
    label: words("fold.sent"),
    content: (isOpen) => (
      <GuardedPart part="log">
        <LazyPart
          part={lazyTransmissionLog}
          props={{ purpose, heading, isOpen, headingLevel }}
        />
      </GuardedPart>
    ),
  };
  const history: Fold = {
    id: "history",
    label: words("fold.history"),
    content: (isOpen) => (
      <GuardedPart part="history">
        <LazyPart
          part={lazyDecisionHistory}
          props={{ purpose, heading, isOpen, headingLevel }}
        />
      </GuardedPart>
    ),
  };
  const way = (facts: Transport): Fold => ({
    id: "transport",
    label: words("fold.transport"),
    isPrinted: true,
    content: () => (
      <GuardedPart part="transport">
        <LazyPart
          part={lazyTransportFacts}
          props={{
            heading,
            ...{ transport: facts, resultsUrl },
            receiverAdds: card.receiverAdds && plainText(card.receiverAdds),
          }}
        />
      </GuardedPart>
    ),
  });
  const wording: Fold = {
    id: "wording",
    label: words("fold.wording"),
    isPrinted: true,
    content: () => <LazyPart part={lazyPolicySection} props={{}} />,
  };
  return (
    <Folds
      heading={heading}
      folds={transport ? [sent, history, way(transport), wording] : [history, wording]}
    />
  );
}
