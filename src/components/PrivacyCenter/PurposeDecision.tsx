"use client";
import { useRef } from "react";
import type { GrantObstacle } from "../../client/grantObstacle.ts";
import { switchState } from "../../client/switchState.ts";
import type { DecisionRequest } from "../../contract/decision.ts";
import type { PurposeState, Viewer } from "../../contract/purposeState.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import type { Deciding } from "../../hooks/useDecider.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { Alert, ErrorEvidence } from "../ErrorMessage/index.ts";
import { PurposeSwitch } from "../PurposeSwitch/index.ts";
import { TimedText } from "../TimedText.tsx";
import {
  describeDecision,
  describeSuspension,
  describeWish,
  wordOfWish,
} from "./describeStatus.ts";
import { FailedWish } from "./FailedWish.tsx";
import { WishNotice } from "./WishNotice.tsx";

export interface PurposeDecisionProps {
  readonly label: string;
  /** The heading of the purpose, for announcements. */
  readonly heading: string;
  readonly identification: ConsentActivity["identification"];
  readonly purpose: PurposeState;
  readonly viewer: Viewer;
  readonly deciding: Deciding;
  readonly obstacle: GrantObstacle | undefined;
  /** What a grant and a refusal are bound to; undefined until it has been seen. */
  readonly grant: DecisionRequest | undefined;
  readonly refusal: DecisionRequest | undefined;
}

/**
 * The choice: the switch, "no" as weighty beside it, and in words apart from each other
 * the panel's state, the wish on its way to it, and why the switch cannot be turned.
 */
export function PurposeDecision({
  label,
  heading,
  identification,
  purpose,
  viewer,
  deciding,
  obstacle,
  grant,
  refusal,
}: PurposeDecisionProps) {
  const words = useWords();
  const id = usePageId();
  const { language } = usePrivacy();
  const root = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLInputElement>(null);
  useKeepFocus(root, toggle);
  const { wish, decide, withdraw, dismiss } = deciding;
  const { decision } = purpose;
  const state = switchState(purpose, viewer, wish, obstacle);
  const withdrawNow = () => void withdraw(decision.sequence, viewer.id);

  const status = describeDecision(decision, words, language);
  const suspension = describeSuspension(
    purpose.activity.suspended,
    identification,
    words,
  );
  const wished = describeWish(wish, words, language);
  useAnnounceChange(
    `${decision.sequence} ${wordOfWish(wish)} ${purpose.activity.suspended ?? ""}`,
    words("announcement", { heading, sentence: wished ?? suspension ?? status }),
  );

  const onCheckedChange = (wanted: boolean) => {
    if (!wanted || wish.kind === "deciding" || wish.kind === "checking") withdrawNow();
    else if (grant && !obstacle && !state.busy) void decide(decision.sequence, grant);
  };

  const showsObstacle = obstacle !== undefined && (state.inactive || !state.checked);
  const describedBy = [
    ...(wished === undefined ? [] : [`${id}-wish`]),
    `${id}-status`,
    ...(suspension === undefined ? [] : [`${id}-suspension`]),
    ...(showsObstacle ? [`${id}-obstacle`] : []),
  ].join(" ");

  return (
    <div ref={root}>
      <div className="kt-choices">
        <PurposeSwitch
          inputRef={toggle}
          label={label}
          checked={state.checked}
          busy={state.busy}
          inactive={state.inactive}
          describedBy={describedBy}
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
            {words(`withdraw.${identification}`)}
          </button>
        )}
      </div>
      <WishNotice
        id={`${id}-wish`}
        wish={wish}
        sentence={wished}
        onTryNow={() => deciding.tryNow("asked")}
        onWithdraw={withdrawNow}
        onDismiss={dismiss}
      />
      <p id={`${id}-status`} className="kt-state">
        <TimedText text={status} moments={[decision.at]} />
      </p>
      {suspension !== undefined && (
        <p id={`${id}-suspension`} className="kt-state__obstacle">
          {suspension}
        </p>
      )}
      {showsObstacle && (
        <p id={`${id}-obstacle`} className="kt-state__obstacle">
          {words(`obstacle.${obstacle}`)}
        </p>
      )}
      <Alert after={<ErrorEvidence error={"error" in wish ? wish.error : undefined} />}>
        {wish.kind === "failed" && <FailedWish of={wish.of} error={wish.error} />}
      </Alert>
    </div>
  );
}
