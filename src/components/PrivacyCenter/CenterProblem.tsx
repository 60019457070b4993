"use client";
import {
  ForeignAnswer,
  type KlartextError,
  PanelUnreachable,
} from "../../client/errors.ts";
import { withdrawalsOf } from "../../client/withdrawalsOf.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { consentActivities } from "../../policy/policy.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { TimedText } from "../TimedText.tsx";

export interface CenterProblemProps {
  readonly error: KlartextError;
  readonly isSignedOut: boolean;
  /** When the state that is still shown was read, in milliseconds. */
  readonly lastKnownAt: number | undefined;
}

/** Why the panel's state cannot be read, and what holds meanwhile: text for an alert. */
export function CenterProblem({ error, isSignedOut, lastKnownAt }: CenterProblemProps) {
  const words = useWords();
  const { client, policy, language } = usePrivacy();
  const waits = consentActivities(policy).some(({ id }) => {
    const withdrawal = withdrawalsOf(client, id).read();
    return withdrawal !== undefined && withdrawal.waitsFor !== "person";
  });
  const goesOn = error instanceof ForeignAnswer || error instanceof PanelUnreachable;
  return (
    <>
      <ErrorMessage error={error}>{goesOn && <p>{words("goesOn")}</p>}</ErrorMessage>
      {isSignedOut && waits && <p>{words("status.withdrawing-signed-out")}</p>}
      {lastKnownAt !== undefined && (
        <p>
          <TimedText
            text={words("lastKnown", {
              time: formatMoment(new Date(lastKnownAt), language),
            })}
            moments={[new Date(lastKnownAt).toISOString()]}
          />
        </p>
      )}
    </>
  );
}
