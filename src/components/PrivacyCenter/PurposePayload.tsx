"use client";
import { useMemo, useRef } from "react";
import type { PseudonymFinding } from "../../client/pseudonymFinding.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import type { ShownPayload } from "../../hooks/usePayload.ts";
import { usePointing } from "../../hooks/usePointing.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { Card, Section } from "../../policy/document.ts";
import type { Policy } from "../../policy/policy.ts";
import { ErrorEvidence, ErrorMessage } from "../ErrorMessage/index.ts";
import { PayloadChanges } from "../PayloadChanges/index.ts";
import { PayloadPreview } from "../PayloadPreview/index.ts";
import { PolicySection, type PolicySectionHandle } from "./PolicySection.tsx";

export interface PurposePayloadProps {
  /** The revision in force. */
  readonly policy: Policy;
  readonly shown: ShownPayload;
  readonly isNewer: boolean;
  readonly pseudonym: PseudonymFinding | undefined;
  readonly section: Section;
  readonly card: Card;
  readonly headingLevel: number;
}

/** The bytes of a purpose and its section of the policy, each explained by the other. */
export function PurposePayload({
  policy,
  shown,
  isNewer,
  pseudonym,
  section,
  card,
  headingLevel,
}: PurposePayloadProps) {
  const words = useWords();
  const id = usePageId();
  const preview = useRef<HTMLDivElement>(null);
  const policySection = useRef<PolicySectionHandle>(null);
  const { payload, reading, activity, error } = shown;
  const pointing = usePointing(reading);
  const compared = useMemo(
    () => reading && { reading, schema: activity.schema },
    [reading, activity.schema],
  );
  const items = useMemo(
    () => card.items.filter((item) => Object.hasOwn(activity.items, item.id)),
    [card, activity],
  );
  const told = new Set(
    reading?.status === "readable" ? reading.places.map(({ item }) => item) : [],
  );

  return (
    <>
      {payload && reading && compared ? (
        <div ref={preview}>
          <PayloadPreview
            {...{ payload, reading, pointing, pseudonym, section, card, items }}
            headingLevel={headingLevel}
            newer={isNewer}
            onShowNewer={shown.showNewer}
            onShowSentence={(item) => policySection.current?.showSentence(item)}
          >
            <PayloadChanges
              purpose={activity.id}
              policy={policy}
              heading={section.heading}
              shown={compared}
              before={shown.before}
              {...{ pointing, items }}
              headingLevel={headingLevel + 1}
            />
          </PayloadPreview>
        </div>
      ) : error ? (
        <>
          <ErrorMessage error={error} />
          <ErrorEvidence error={error} />
        </>
      ) : (
        <p>{words("payload.loading")}</p>
      )}
      <PolicySection
        handle={policySection}
        section={section}
        idPrefix={`${id}-section-`}
        items={items.filter((item) => told.has(item.id))}
        onShowItem={(item) => {
          pointing.pointAtItem(item);
          preview.current?.querySelector<HTMLElement>("[data-kt=explanation]")?.focus();
        }}
      />
    </>
  );
}
