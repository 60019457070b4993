"use client";
import { type ReactNode, useRef } from "react";
import type { PayloadAnswer } from "../../client/payloadAnswer.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import type { Pointing } from "../../hooks/usePointing.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { ReadPayload } from "../../payload/readPayload.ts";
import {
  type Card,
  type CardItem,
  plainText,
  type Section,
} from "../../policy/document.ts";
import { nilUuid } from "../../policy/nilUuid.ts";
import { Heading } from "../Heading.tsx";
import { TimedText } from "../TimedText.tsx";
import { ExplainedBytes } from "./ExplainedBytes.tsx";
import { PayloadFindings, type PayloadFindingsProps } from "./PayloadFindings.tsx";
import { PayloadSummary } from "./PayloadSummary.tsx";
import { PayloadTable } from "./PayloadTable.tsx";

export interface PayloadPreviewProps {
  readonly payload: PayloadAnswer;
  readonly reading: ReadPayload;
  readonly pointing: Pointing;
  /** What is wrong with the pseudonym's place, for how the purpose stands. */
  readonly pseudonym?: PayloadFindingsProps["pseudonym"];
  readonly section: Section;
  readonly card: Card;
  /** The items that the bytes are read by, in the order of the policy. */
  readonly items: readonly CardItem[];
  readonly headingLevel: number;
  /** Whether the panel has other bytes by now. */
  readonly newer: boolean;
  readonly onShowNewer: () => void;
  readonly onShowSentence: (item: string) => void;
  /** What changed since other bytes, below the words and the bytes. */
  readonly children?: ReactNode;
}

/**
 * The data that would be sent: in words, and as the very bytes, which are shown as they
 * came and never written again. An item shows its values, and a value its sentence.
 */
export function PayloadPreview({
  payload,
  reading,
  pointing,
  pseudonym,
  section,
  card,
  items,
  headingLevel,
  newer,
  onShowNewer,
  onShowSentence,
  children,
}: PayloadPreviewProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const root = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const explanation = useRef<HTMLElement>(null);
  useKeepFocus(root, title);
  const places = reading.status === "readable" ? reading.places : [];
  const hasPlaceholder = places.some(({ value }) => value === nilUuid) && !pseudonym;

  return (
    <div ref={root} className="kt-payload" data-kt="payload">
      <Heading headingRef={title} level={headingLevel} tabIndex={-1}>
        {words("payload.heading")}
      </Heading>
      <p className="kt-payload__kind">
        <span>{words(`payload.kind.${payload.kind}`)}</span>
        <span> </span>
        <TimedText
          text={words("payload.fetched", {
            time: formatMoment(payload.fetchedAt, language),
          })}
          moments={[payload.fetchedAt.toISOString()]}
        />
      </p>
      {newer && (
        <div className="kt-notice">
          <span>{words("payload.newer")}</span>
          <button type="button" className="kt-button" onClick={() => onShowNewer()}>
            {words("payload.showNewer")}
          </button>
        </div>
      )}
      <PayloadFindings reading={reading} pseudonym={pseudonym} />
      <div className="kt-payload__views">
        <div className="kt-payload__words">
          <Heading level={headingLevel + 1}>{words("payload.words")}</Heading>
          {reading.status === "readable" && (
            <PayloadSummary
              places={places}
              items={items}
              onShowItem={(item) => {
                pointing.pointAtItem(item);
                explanation.current?.focus();
              }}
            />
          )}
          <p>{plainText(card.exclusions)}</p>
        </div>
        <ExplainedBytes
          {...{ payload, reading, pointing, section, card, items, headingLevel }}
          hasPlaceholder={hasPlaceholder}
          onShowSentence={onShowSentence}
          explanation={explanation}
        />
      </div>
      {reading.status === "readable" && (
        <PayloadTable
          {...{ pointing, items, section }}
          text={reading.text}
          onPointAt={(value) => {
            pointing.pointAt(value);
            explanation.current?.focus();
          }}
        />
      )}
      {children}
    </div>
  );
}
