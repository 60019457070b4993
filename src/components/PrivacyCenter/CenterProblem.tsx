"use client";
import { ConfigError, type KlartextError, PanelProblem } from "../../client/errors.ts";
import { withdrawalsOf } from "../../client/withdrawalsOf.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { consentActivities } from "../../policy/policy.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { TimedText } from "../TimedText.tsx";

export interface CenterProblemProps {
  readonly error: KlartextError;
  /** The panel says that nobody is signed in. */
  readonly isSignedOut: boolean;
  /** When the state that is still shown was read, in milliseconds. */
  readonly lastKnownAt: number | undefined;
}

/** Why the panel's state cannot be read, and what holds meanwhile: text for an alert. */
export function CenterProblem({ error, isSignedOut, lastKnownAt }: CenterProblemProps) {
  const words = useWords();
  const { client, policy, language } = usePrivacy();
  const hasKeptWithdrawal = consentActivities(policy).some(({ id }) =>
    withdrawalsOf(client, id).hasAny(),
  );
  const goesOn = !(error instanceof PanelProblem) && !(error instanceof ConfigError);
  return (
    <>
      <ErrorMessage error={error}>{goesOn && <p>{words("goesOn")}</p>}</ErrorMessage>
      {isSignedOut && hasKeptWithdrawal && <p>{words("wish.withdrawal-kept")}</p>}
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
