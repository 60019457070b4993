"use client";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { PanelProblem } from "../../client/errors.ts";
import { keepWithdrawal } from "../../client/keptWithdrawal.ts";
import { purposesQuery } from "../../client/queries.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { usePolicyInForce } from "../../hooks/usePolicyInForce.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { Section } from "../../policy/document.ts";
import { consentActivities } from "../../policy/policy.ts";
import { Alert, ErrorMessage } from "../ErrorMessage/index.ts";
import { Heading } from "../Heading.tsx";
import { PolicyBlocks } from "../PolicyBlocks/index.ts";
import { PrivacyExport } from "../PrivacyExport/index.ts";
import { TimedText } from "../TimedText.tsx";
import { PurposeCard } from "./PurposeCard.tsx";

export interface CenterContentProps {
  readonly headingLevel: number;
}

/** The sections of the policy in its order, those with consent as cards with a switch. */
export function CenterContent({ headingLevel }: CenterContentProps) {
  const words = useWords();
  const id = useId();
  const { client, queryClient, language } = usePrivacy();
  const inForce = usePolicyInForce();
  const { data, error, isFetching, dataUpdatedAt } = useQuery(
    purposesQuery(client),
    queryClient,
  );
  const settled = useSettledError(error, isFetching);
  const { policy, document } = inForce;
  /** The reading after which the panel said that nobody is signed in; it holds until the next. */
  const [signedOutAt, setSignedOutAt] = useState<number>();
  const says401 = settled instanceof PanelProblem && settled.code === "not-signed-in";
  if (says401 && signedOutAt !== dataUpdatedAt) setSignedOutAt(dataUpdatedAt);
  const isSignedOut = says401 || signedOutAt === dataUpdatedAt;
  const state = isSignedOut ? undefined : data;

  const hasKeptWithdrawal = consentActivities(policy).some(
    ({ id }) => keepWithdrawal(client.baseUrl, id).read() !== undefined,
  );

  const renderSection = (section: Section) => {
    const activity = consentActivities(policy).find(({ id }) => id === section.anchor);
    const card = document.cards.find((card) => card.activity === section.anchor);
    const purpose = state?.purposes[section.anchor];
    if (activity && card && purpose && state) {
      return (
        <PurposeCard
          key={section.anchor}
          activity={activity}
          section={section}
          card={card}
          inForce={inForce}
          purpose={purpose}
          viewer={state.viewer}
          readAt={dataUpdatedAt}
          headingLevel={headingLevel + 1}
        />
      );
    }
    return (
      <section
        key={section.anchor}
        className="kt-section"
        aria-labelledby={`${id}-${section.anchor}`}
      >
        <Heading level={headingLevel + 1} id={`${id}-${section.anchor}`}>
          {section.heading}
        </Heading>
        {section.kind === "contract" && (
          <p className="kt-basis">{words("contractBasis")}</p>
        )}
        <PolicyBlocks blocks={section.blocks} idPrefix={`${id}-`} />
      </section>
    );
  };

  return (
    <>
      <header>
        <Heading level={headingLevel}>{document.title}</Heading>
        <p className="kt-lead">{words("lead")}</p>
        {state && (
          <p className="kt-basis">{words("viewer", { name: state.viewer.name })}</p>
        )}
      </header>
      {!data && !settled && <p>{words("loading")}</p>}
      <Alert>
        {settled && (
          <>
            <ErrorMessage error={settled} />
            {isSignedOut && hasKeptWithdrawal && (
              <p>{words("status.withdrawing-signed-out")}</p>
            )}
            {state && (
              <p>
                <TimedText
                  text={words("lastKnown", {
                    time: formatMoment(new Date(dataUpdatedAt), language),
                  })}
                  moments={[new Date(dataUpdatedAt).toISOString()]}
                />
              </p>
            )}
          </>
        )}
      </Alert>
      <PolicyBlocks blocks={document.introduction} idPrefix={`${id}-`} />
      {document.sections.map(renderSection)}
      {state && <PrivacyExport />}
    </>
  );
}
