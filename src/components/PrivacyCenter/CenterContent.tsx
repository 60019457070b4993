"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useRef, useState } from "react";
import {
  ConfigError,
  ForeignAnswer,
  type KlartextError,
  PanelProblem,
} from "../../client/errors.ts";
import { purposesQuery } from "../../client/queries.ts";
import { withdrawalsOf } from "../../client/withdrawalsOf.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { usePolicyInForce } from "../../hooks/usePolicyInForce.ts";
import { useRereading } from "../../hooks/useRereading.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import type { Section } from "../../policy/document.ts";
import { type ConsentActivity, consentActivities } from "../../policy/policy.ts";
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

  /** Whether nothing can be read of it, and that is not for the person to mend. */
  const isInDoubt = ({ id }: ConsentActivity) => {
    if (state || !settled || says401 || settled instanceof ConfigError) return false;
    const waits = withdrawalsOf(client, id).read(client.viewerId) !== undefined;
    return waits || !isSessionOver(settled);
  };

  const header = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const whole = useMemo(
    () => ({
      get current() {
        return header.current?.parentElement ?? null;
      },
    }),
    [],
  );
  useKeepFocus(whole, title);

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
          epoch={state.store.epoch}
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
          isInDoubt(activity) &&
          parts &&
          speak(<parts.PurposeInDoubt activity={activity} heading={section.heading} />)}
        {section.kind === "contract" && <p className="kt-basis">{words.contractBasis}</p>}
        <PolicyBlocks blocks={section.blocks} idPrefix={`${id}-`} />
      </section>
    );
  };

  const isReading = speech ? !data && !settled : !retry;

  return (
    <>
      <header ref={header}>
        <Heading level={headingLevel} headingRef={title} tabIndex={-1}>
          {document.title}
        </Heading>
        <p className="kt-lead">{words.lead}</p>
        {state && parts && speak(<parts.ViewerName viewer={state.viewer} />)}
      </header>
      {isReading && <p>{words.loading}</p>}
      {retry && <LoadingFailed onRetry={retry} />}
      <Alert after={parts && speak(<parts.ErrorEvidence error={problem} />)}>
        {problem &&
          parts &&
          speak(
            <parts.CenterProblem
              error={problem}
              isSignedOut={says401}
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

function isSessionOver(error: KlartextError): boolean {
  return error instanceof ForeignAnswer && error.reason === "session-over";
}
