"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  ConfigError,
  ForeignAnswer,
  type KlartextError,
  PanelProblem,
} from "../../client/errors.ts";
import { purposesQuery } from "../../client/queries.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { usePolicyInForce } from "../../hooks/usePolicyInForce.ts";
import { useRereading } from "../../hooks/useRereading.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import type { Section } from "../../policy/document.ts";
import { consentActivities } from "../../policy/policy.ts";
import { Alert } from "../ErrorMessage/Alert.tsx";
import { Heading } from "../Heading.tsx";
import { LoadedLater, LoadingFailed } from "../LoadedLater.tsx";
import { GuardedPart } from "../PartBoundary/index.ts";
import { PolicyBlocks } from "../PolicyBlocks/index.ts";
import { policyRevisions } from "../parts.ts";
import type { Spoken } from "./useSpeech.ts";

export interface CenterContentProps extends Omit<Spoken, "language"> {
  readonly headingLevel: number;
}

/** The sections of the policy in its order, those with consent as cards with a switch. */
export function CenterContent({ headingLevel, speech, retry }: CenterContentProps) {
  const words = useOpeningWords();
  const id = usePageId();
  const { client, language, queryClient } = usePrivacy();
  const inForce = usePolicyInForce();
  const { data, error, isFetching, dataUpdatedAt } = useQuery(
    purposesQuery(client),
    queryClient,
  );
  const settled = useSettledError(error, isFetching);
  const { policy, document } = inForce;
  const problem = settled ?? (inForce.text === "not-read" ? inForce.error : undefined);
  /** The reading after which the panel said that nobody is signed in; it holds until the next. */
  const [signedOutAt, setSignedOutAt] = useState<number>();
  const says401 = settled instanceof PanelProblem && settled.code === "not-signed-in";
  if (says401 && signedOutAt !== dataUpdatedAt) setSignedOutAt(dataUpdatedAt);
  const isSignedOut = says401 || signedOutAt === dataUpdatedAt;
  const state = isSignedOut ? undefined : data;
  useRereading(state?.store, settled !== undefined && !says401);

  const isInDoubt = !state && settled !== undefined && !isSignedOut && !needsAct(settled);

  const parts = speech?.parts;
  const speak = (children: ReactNode, key?: string) =>
    speech && (
      <speech.parts.I18nextProvider key={key} i18n={speech.words}>
        {children}
      </speech.parts.I18nextProvider>
    );

  const renderSection = (section: Section) => {
    const activity = consentActivities(policy).find(({ id }) => id === section.anchor);
    const card = document.cards.find((card) => card.activity === section.anchor);
    const purpose = state?.purposes[section.anchor];
    if (activity && card && purpose && state && parts) {
      return speak(
        <parts.GuardedCard
          activity={activity}
          section={section}
          card={card}
          inForce={inForce}
          purpose={purpose}
          viewer={state.viewer}
          readAt={dataUpdatedAt}
          isFailing={settled !== undefined}
          headingLevel={headingLevel + 1}
        />,
        section.anchor,
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
        {activity &&
          isInDoubt &&
          parts &&
          speak(<parts.PurposeInDoubt activity={activity} />)}
        {section.kind === "contract" && <p className="kt-basis">{words.contractBasis}</p>}
        <PolicyBlocks blocks={section.blocks} idPrefix={`${id}-`} />
      </section>
    );
  };

  const isReading = speech ? !data && !settled : !retry;

  return (
    <>
      <header>
        <Heading level={headingLevel}>{document.title}</Heading>
        <p className="kt-lead">{words.lead}</p>
        {state && parts && speak(<parts.ViewerName viewer={state.viewer} />)}
      </header>
      {isReading && <p>{words.loading}</p>}
      {retry && <LoadingFailed onRetry={retry} />}
      <Alert>
        {problem &&
          parts &&
          speak(
            <parts.CenterProblem
              error={problem}
              isSignedOut={isSignedOut}
              lastKnownAt={settled && state && dataUpdatedAt}
            />,
          )}
      </Alert>
      <PolicyBlocks blocks={document.introduction} idPrefix={`${id}-`} />
      {document.sections.map(renderSection)}
      {policy.previous && (
        <LoadedLater
          part={policyRevisions}
          props={{ policy, language, headingLevel: headingLevel + 1, idPrefix: `${id}-` }}
        />
      )}
      {state &&
        parts &&
        speak(
          <GuardedPart part="export">
            <parts.PrivacyExport />
          </GuardedPart>,
        )}
    </>
  );
}

/** What a person can mend by signing in, or whoever set up the page, leaves nothing to do here. */
function needsAct(error: KlartextError): boolean {
  return (
    error instanceof ConfigError ||
    (error instanceof ForeignAnswer && error.reason === "session-over")
  );
}
