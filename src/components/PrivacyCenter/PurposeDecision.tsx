"use client";
import { type ReactNode, useRef } from "react";
import type { GrantObstacle } from "../../client/grantObstacle.ts";
import { isBlocking, type PurposeStatus } from "../../client/purposeStatus.ts";
import { switchState } from "../../client/switchState.ts";
import type { DecisionRequest } from "../../contract/decisionRequest.ts";
import type { PurposeState, Viewer } from "../../contract/purposeState.ts";
import { describeDecided } from "../../describe/describeDecided.ts";
import { describeObstacle } from "../../describe/describeObstacle.ts";
import { describeStatus } from "../../describe/describeStatus.ts";
import { describeSuspension } from "../../describe/describeSuspension.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import type { Deciding } from "../../hooks/useDecider.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { Alert, ErrorEvidence } from "../ErrorMessage/index.ts";
import { Heading } from "../Heading.tsx";
import { StatusChip, StatusLine } from "../PurposeStatus/index.ts";
import { PurposeSwitch } from "../PurposeSwitch/index.ts";
import { FailedWish } from "./FailedWish.tsx";
import { Hint } from "./Hint.tsx";
import { useAnnounceDecision } from "./useAnnounceDecision.ts";
import { WishNotice } from "./WishNotice.tsx";

export interface PurposeDecisionProps {
  /** The name of the switch. */
  readonly label: string;
  /** The name of the purpose. */
  readonly heading: string;
  readonly headingId: string;
  readonly headingLevel: number;
  readonly activity: Pick<ConsentActivity, "identification" | "schedule">;
  readonly status: PurposeStatus;
  /** Whether the panel cannot be reached, and it is what was known last. */
  readonly isLastKnown: boolean;
  readonly purpose: PurposeState;
  readonly viewer: Viewer;
  readonly deciding: Deciding;
  readonly obstacle: GrantObstacle | undefined;
  /** Whether it stands only until what is being read is there, and needs no words. */
  readonly isBeingRead: boolean;
  /** What a grant and a refusal are bound to; undefined until it has been seen. */
  readonly grant: DecisionRequest | undefined;
  readonly refusal: DecisionRequest | undefined;
  /** That there are newer data, beside the status. */
  readonly newer?: ReactNode;
  /** What is wrong with the data, below the controls, after why that hinders consent. */
  readonly findings?: (hindrance: ReactNode) => ReactNode;
}

/**
 * The choice: name and status, the switch, beside it "no" as weighty, what turning it does or
 * why it cannot be turned, and below it what stands in the way and what came to nothing.
 */
export function PurposeDecision({
  label,
  heading,
  headingId,
  headingLevel,
  activity: { identification, schedule },
  status,
  isLastKnown,
  purpose,
  viewer,
  deciding,
  obstacle,
  isBeingRead,
  grant,
  refusal,
  newer,
  findings = (hindrance) => <Alert>{hindrance}</Alert>,
}: PurposeDecisionProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const root = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLInputElement>(null);
  useKeepFocus(root, toggle);
  const { wish, decide, withdraw, dismiss } = deciding;
  const { decision } = purpose;
  const state = switchState(purpose, viewer, wish, obstacle);
  const ending = purpose.transport === null ? "no-sender" : identification;
  const withdrawNow = () => void withdraw(decision.sequence, viewer.id);

  const facts = { status, purpose, isSettled: !deciding.isSettling, schedule };
  const sentences = describeStatus(facts, words, language);
  const { sequence } = decision;
  const { isSettling } = deciding;
  useAnnounceDecision({ heading, sequence, status, sentences, wish, isSettling });

  const onCheckedChange = (wanted: boolean) => {
    if (!wanted || wish.kind === "deciding" || wish.kind === "checking") withdrawNow();
    else if (grant && !obstacle && !state.busy) void decide(decision.sequence, grant);
  };

  const isHindered = !isBeingRead && (state.inactive || !state.checked);
  const hindrance =
    obstacle && isHindered
      ? describeObstacle(obstacle, purpose.activity.lock, words)
      : undefined;
  const isBlocked = obstacle !== undefined && isBlocking(obstacle);
  const reason = isBlocked ? undefined : hindrance;
  const canBeTurned = !state.inactive && !state.busy;
  const offersButton = state.offersRefusal || state.offersWithdrawal;

  return (
    <div ref={root}>
      <div className="kt-card__head">
        <Heading level={headingLevel} id={headingId}>
          {heading}
        </Heading>
        <StatusChip status={status} isLastKnown={isLastKnown} />
        {newer}
      </div>
      <StatusLine sentences={sentences} />
      <div className="kt-choices">
        <PurposeSwitch
          inputRef={toggle}
          label={label}
          checked={state.checked}
          busy={state.busy}
          inactive={state.inactive}
          description={hindrance}
          onCheckedChange={onCheckedChange}
        />
        {state.offersRefusal && (
          <button
            type="button"
            className="kt-button"
            aria-disabled={state.busy || !refusal || undefined}
            onClick={() =>
              refusal && !state.busy && void decide(decision.sequence, refusal)
            }
          >
            {words("refuse")}
          </button>
        )}
        {state.offersWithdrawal && (
          <button type="button" className="kt-button" onClick={withdrawNow}>
            {words(`withdraw.${ending}`)}
          </button>
        )}
        {!offersButton && (hindrance === undefined || !isBlocked) && (
          <p className="kt-choices__hint">
            {canBeTurned
              ? words(state.checked ? `switch.off.${ending}` : "switch.on")
              : reason}
          </p>
        )}
      </div>
      {offersButton && reason !== undefined && <p className="kt-hint">{reason}</p>}
      {findings(isBlocked && hindrance !== undefined && <p>{hindrance}</p>)}
      <Hint sentences={describeDecided(decision, words)} />
      {status === "suspended" && (
        <Hint sentences={describeSuspension(purpose, identification, words)} />
      )}
      <WishNotice
        {...{ wish, isLastKnown }}
        onTryNow={() => deciding.tryNow("asked")}
        onWithdraw={withdrawNow}
        onDismiss={dismiss}
      />
      <Alert
        after={<ErrorEvidence error={wish.kind === "failed" ? wish.error : undefined} />}
      >
        {wish.kind === "failed" && <FailedWish of={wish.of} error={wish.error} />}
      </Alert>
    </div>
  );
}
