"use client";
import { useEffect } from "react";
import { comparedRevision } from "../../client/comparedRevision.ts";
import { grantObstacle } from "../../client/grantObstacle.ts";
import { purposeStatus } from "../../client/purposeStatus.ts";
import { isFulfilled, isOpen, noWish } from "../../client/wish.ts";
import { withDecision } from "../../client/withDecision.ts";
import type { PurposeState, Viewer } from "../../contract/purposeState.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useDecider } from "../../hooks/useDecider.ts";
import type { FirstSeen } from "../../hooks/useFirstSeen.ts";
import { useOpenedRevision } from "../../hooks/useOpenedRevision.ts";
import { usePayload } from "../../hooks/usePayload.ts";
import type { PolicyInForce } from "../../hooks/usePolicyInForce.ts";
import { usePseudonymFinding } from "../../hooks/usePseudonymFinding.ts";
import { useRefetchOnceSent } from "../../hooks/useRefetchOnceSent.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { Card, Section } from "../../policy/document.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { LazyPart } from "../LazyPart.tsx";
import { GuardedPart } from "../PartBoundary/index.ts";
import {
  NewerData,
  PayloadBytesPanel,
  PayloadProvider,
  PayloadValues,
} from "../PayloadPreview/index.ts";
import { lazyPolicyDifference } from "../PolicyDifference/lazy.ts";
import { PurposeTimeline } from "../PurposeTimeline/index.ts";
import { CardFolds } from "./CardFolds.tsx";
import { CardRows } from "./CardRows.tsx";
import { PayloadAlert } from "./PayloadAlert.tsx";
import { PurposeDecision } from "./PurposeDecision.tsx";
import { useTellStatus } from "./StatusesProvider.tsx";

export interface PurposeCardProps {
  readonly activity: ConsentActivity;
  readonly section: Section;
  readonly card: Card;
  readonly inForce: PolicyInForce;
  /** What was read of the panel's state last. */
  readonly purpose: PurposeState;
  /** The epoch of the panel's store that it was read in. */
  readonly epoch: string;
  readonly viewer: Viewer;
  /** When the panel's state was last read, in milliseconds. */
  readonly readAt: number;
  /** Since when the decision on it is known, if it was before the card. */
  readonly firstSeen: FirstSeen | undefined;
  /** Whether it cannot be read at the moment. */
  readonly isFailing: boolean;
  readonly headingLevel: number;
  /** The id of the heading that the card stands under. */
  readonly headingId: string;
}

/** One purpose: its switch, what is said beside it, the bytes, and its section of the policy. */
export function PurposeCard({
  activity,
  section,
  card,
  inForce,
  purpose: read,
  epoch,
  viewer,
  readAt,
  firstSeen,
  isFailing,
  headingLevel,
  headingId,
}: PurposeCardProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const deciding = useDecider(activity.id, viewer.id, isFailing);
  const { answered } = deciding;
  // Sequences of different epochs say nothing of each other.
  const purpose =
    answered?.epoch === epoch ? withDecision(read, answered.decision) : read;
  const { decision } = purpose;
  const { noteDecision } = deciding;
  // Each reading counts, also one that tells the same.
  useEffect(() => {
    if (readAt > 0) noteDecision(decision, viewer.id);
  }, [noteDecision, decision, viewer.id, readAt]);
  // What the state that was read says by itself is no wish any more.
  const wish = isFulfilled(deciding.wish, decision) ? noWish : deciding.wish;
  useRefetchOnceSent(activity.id, read.activity.lastSentAt);
  const shown = usePayload(activity, deciding.done, inForce);
  const isNewer = shown.newer && !isOpen(wish) && !deciding.isSettling;
  const pseudonym = usePseudonymFinding(
    { activity, purpose, epoch, firstSeen, isSettling: deciding.isSettling },
    shown,
  );
  const obstacle = grantObstacle({
    viewer,
    purpose,
    text: inForce.text,
    pseudonym,
    ...shown,
  });

  const newerSentence = words("announcement", {
    heading: section.heading,
    sentence: words("payload.newer"),
  });
  useAnnounceChange(
    isNewer ? (shown.latestDigest ?? "") : "",
    isNewer ? newerSentence : "",
  );

  const seen = inForce.textDigest && {
    revision: inForce.policy.revision.id,
    language,
    textDigest: inForce.textDigest,
  };
  const payloadDigest = shown.payload?.check.digest;
  const opened = useOpenedRevision(inForce);
  const compared = comparedRevision(decision, inForce.policy, opened);

  const status = purposeStatus(purpose, wish, obstacle);
  useTellStatus(activity.id, { status, isLastKnown: isFailing });
  const { transport, resultsUrl } = purpose;
  const heading = section.heading;

  return (
    <PayloadProvider
      policy={inForce.policy}
      isEffective={purpose.activity.effective && !deciding.isSettling}
      {...{ shown, isNewer, section, card }}
      pseudonym={pseudonym === "unconfirmed" ? undefined : pseudonym}
    >
      <div className="kt-card__columns">
        <div className="kt-card__decision">
          <PurposeDecision
            label={card.label}
            {...{ heading, headingId, headingLevel, activity, status }}
            isLastKnown={isFailing}
            {...{ purpose, viewer, obstacle }}
            deciding={{ ...deciding, wish }}
            isBeingRead={
              obstacle === "checking" ||
              (obstacle === "payload-missing" && !shown.error) ||
              (obstacle === "payload-newer" && !isNewer)
            }
            grant={
              seen && payloadDigest
                ? { decision: "granted", ...seen, payloadDigest }
                : undefined
            }
            refusal={seen ? { decision: "refused", ...seen } : undefined}
            newer={<NewerData />}
            findings={(hindrance) => <PayloadAlert hindrance={hindrance} />}
          />
          {transport && (
            <GuardedPart part="activity">
              <PurposeTimeline
                heading={heading}
                identification={activity.identification}
                schedule={activity.schedule}
                purpose={purpose}
                isSettled={!deciding.isSettling}
              />
            </GuardedPart>
          )}
        </div>
        <div className="kt-card__values">
          <GuardedPart part="values">
            <PayloadValues headingLevel={headingLevel + 1} />
          </GuardedPart>
        </div>
      </div>
      <div className="kt-card__wide">
        <CardRows card={card} />
        {compared && (
          <GuardedPart part="difference">
            <LazyPart
              part={lazyPolicyDifference}
              props={{
                before: compared.before,
                after: inForce.policy,
                scopes: ["general", activity.id],
                heading: words(`difference.${compared.since}`),
                headingLevel: headingLevel + 1,
                partOf: headingId,
              }}
            />
          </GuardedPart>
        )}
        <GuardedPart part="payload">
          <PayloadBytesPanel headingLevel={headingLevel + 1} />
        </GuardedPart>
      </div>
      <CardFolds
        {...{ card, heading, transport, resultsUrl }}
        headingLevel={headingLevel + 1}
      />
    </PayloadProvider>
  );
}
