"use client";
import { useQuery } from "@tanstack/react-query";
import { memo, type ReactNode, useMemo, useRef, useState } from "react";
import {
  ConfigError,
  ForeignAnswer,
  type KlartextError,
  PanelProblem,
} from "../../client/errors.ts";
import { purposesQuery } from "../../client/queries.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { usePolicyInForce } from "../../hooks/usePolicyInForce.ts";
import { usePrefetchedPayloads } from "../../hooks/usePrefetchedPayloads.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import { interpolate } from "../../policy/interpolate.ts";
import { type ConsentActivity, consentActivities } from "../../policy/policy.ts";
import { DisclosureLink } from "../DisclosureLink.tsx";
import { Alert } from "../ErrorMessage/Alert.tsx";
import { Heading } from "../Heading.tsx";
import { LazyPart, LoadingFailed } from "../LazyPart.tsx";
import { lazyPolicyRevisions } from "../OlderRevisions/lazy.ts";
import { GuardedPart } from "../PartBoundary/index.ts";
import { ContractCard } from "./ContractCard.tsx";
import type { LoadedCenter } from "./loadedCenter.ts";
import { OverviewSkeleton } from "./OverviewSkeleton.tsx";
import { dateOf, PolicyDisclosure } from "./PolicyDisclosure.tsx";
import { StatusesProvider } from "./StatusesProvider.tsx";
import { UnreadCard } from "./UnreadCard.tsx";
import type { CenterLoading } from "./useLoadedCenter.ts";
import { withWords } from "./withWords.tsx";

export interface CenterContentProps extends Omit<CenterLoading, "language"> {
  readonly headingLevel: number;
}

/**
 * Decisions first: a card with a switch for each consent, then the contract, then the policy.
 * A host that renders anew has it rendered anew for nothing that it shows.
 */
export const CenterContent = memo(function CenterContent({
  headingLevel,
  loaded,
  retry,
}: CenterContentProps) {
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
  const failure = problem && (says401 ? "signed-out" : "problem");
  const seen = usePrefetchedPayloads();

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

  const date = dateOf(document);
  const policyName = date ? interpolate(words.policyOf, { date }) : words.policy;

  /** Whether nothing can be read of it, and that is not for the person to mend. */
  const isInDoubt = ({ id }: ConsentActivity) => {
    if (!loaded || state || !settled || says401 || settled instanceof ConfigError)
      return false;
    const kept = loaded.parts.withdrawalsOf(client, id).read(client.viewerId);
    return kept !== undefined || !isSessionOver(settled);
  };

  const inWords = (render: (parts: LoadedCenter["parts"]) => ReactNode, key?: string) =>
    withWords(loaded, render, key);

  const isReading = loaded ? !data && !settled : !retry;
  const sections = consentActivities(policy).flatMap((activity) => {
    const section = document.sections.find(({ anchor }) => anchor === activity.id);
    const card = document.cards.find((card) => card.activity === activity.id);
    return section && card ? [{ activity, section, card }] : [];
  });

  const renderCard = ({ activity, section, card }: (typeof sections)[number]) => {
    const purpose = state?.purposes[activity.id];
    const shared = { activity, section, card, headingLevel: headingLevel + 1 };
    if (purpose && state && loaded) {
      return inWords(
        ({ GuardedCard }) => (
          <GuardedCard
            {...{ ...shared, inForce, purpose }}
            epoch={state.store.epoch}
            viewer={state.viewer}
            readAt={dataUpdatedAt}
            firstSeen={seen.get(activity.id)}
            isFailing={settled !== undefined}
          />
        ),
        activity.id,
      );
    }
    return (
      <UnreadCard
        key={activity.id}
        {...{ ...shared, loaded, isReading }}
        isInDoubt={isInDoubt(activity)}
        headingId={`${id}-${activity.id}`}
      />
    );
  };

  return (
    <StatusesProvider>
      <header ref={header} className="kt-header">
        <div className="kt-header__title">
          <Heading level={headingLevel} headingRef={title}>
            {document.title}
          </Heading>
          {state && inWords(({ ViewerName }) => <ViewerName viewer={state.viewer} />)}
        </div>
        <p className="kt-lead">{words.lead}</p>
        <p className="kt-header__links">
          <DisclosureLink to={`${id}-policy`}>{policyName}</DisclosureLink>
          {state && inWords(({ ExportLink }) => <ExportLink to={`${id}-export`} />)}
        </p>
      </header>
      {isReading && <OverviewSkeleton rows={sections.length} />}
      {state &&
        inWords(({ CenterOverview }) => (
          <CenterOverview
            purposes={sections.map(({ activity: { id }, section: { heading } }) => ({
              id,
              heading,
            }))}
          />
        ))}
      {retry && <LoadingFailed onRetry={retry} />}
      <Alert
        announcesFirst
        after={inWords(({ ErrorEvidence }) => <ErrorEvidence error={problem} />)}
      >
        {problem &&
          inWords(({ CenterProblem }) => (
            <CenterProblem
              error={problem}
              isSignedOut={says401}
              lastKnownAt={settled && state && dataUpdatedAt}
            />
          ))}
      </Alert>
      {inWords(({ RecoveryAnnouncer }) => (
        <RecoveryAnnouncer
          failure={failure}
          isStateFailing={settled !== undefined && !says401}
          viewer={state?.viewer}
          store={state?.store}
        />
      ))}
      {sections.map(renderCard)}
      {document.sections
        .filter(({ kind }) => kind === "contract")
        .map((section) => (
          <ContractCard
            key={section.anchor}
            section={section}
            headingLevel={headingLevel + 1}
            wordingId={`${id}-policy.${section.anchor}`}
          />
        ))}
      <PolicyDisclosure
        id={`${id}-policy`}
        name={policyName}
        document={document}
        isOpen={!state && !isReading}
        headingLevel={headingLevel + 1}
      />
      {policy.previous && !isReading && (
        <LazyPart
          part={lazyPolicyRevisions}
          props={{ policy, language, headingLevel: headingLevel + 1, idPrefix: `${id}-` }}
        />
      )}
      {state &&
        inWords(({ PrivacyExport }) => (
          <GuardedPart part="export">
            <PrivacyExport id={`${id}-export`} />
          </GuardedPart>
        ))}
    </StatusesProvider>
  );
});

function isSessionOver(error: KlartextError): boolean {
  return error instanceof ForeignAnswer && error.reason === "session-over";
}
