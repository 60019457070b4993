"use client";
import { knownOf } from "../../contract/knownOf.ts";
import {
  type Deletion,
  deletionStates,
  type PurposeState,
} from "../../contract/purposeState.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { TimedText } from "../TimedText.tsx";

export interface PurposeActivityProps {
  /** The heading of the purpose, for announcements. */
  readonly heading: string;
  readonly schedule: ConsentActivity["schedule"];
  readonly activity: PurposeState["activity"];
  /** Whether the status tells how the deletion stands, and announces it. */
  readonly isWithdrawn: boolean;
}

/** What moves by itself: the last and the next report, and deletions at the vendor. */
export function PurposeActivity({
  heading,
  schedule,
  activity,
  isWithdrawn,
}: PurposeActivityProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const moment = (at: string) => formatMoment(new Date(at), language);
  const { lastSentAt, nextAt, deletions, openSends, effective } = activity;

  const sentenceOf = ({
    state,
    requestedAt,
    nextAttemptAt,
    confirmedAt,
    deleted,
  }: Deletion) =>
    words(`activity.deletionState.${knownOf(deletionStates, state) ?? "unknown"}`, {
      requested: moment(requestedAt),
      next: nextAttemptAt ? moment(nextAttemptAt) : "",
      confirmed: confirmedAt ? moment(confirmedAt) : "",
      deleted: deleted ?? 0,
      state,
    });

  const [newest] = deletions;
  useAnnounceChange(
    newest ? `${newest.id} ${newest.state}` : "",
    newest && !isWithdrawn
      ? words("announcement", { heading, sentence: sentenceOf(newest) })
      : "",
  );

  const mayStillLeave = openSends > 0 && !effective;

  return (
    <dl className="kt-rows" data-kt="activity">
      {mayStillLeave && (
        <div className="kt-rows__row">
          <dt>{words("activity.open")}</dt>
          <dd>{words("activity.openSends")}</dd>
        </div>
      )}
      <div className="kt-rows__row">
        <dt>{words("activity.last")}</dt>
        <dd>
          <TimedText
            text={lastSentAt ? moment(lastSentAt) : words("activity.never")}
            moments={[lastSentAt]}
          />
        </dd>
      </div>
      {schedule === "monthly" && (
        <div className="kt-rows__row">
          <dt>{words("activity.next")}</dt>
          <dd>
            <TimedText
              text={nextAt ? moment(nextAt) : words("activity.noNext")}
              moments={[nextAt]}
            />
          </dd>
        </div>
      )}
      {deletions.length > 0 && (
        <div className="kt-rows__row">
          <dt>{words("activity.deletion")}</dt>
          <dd>
            {deletions.map((deletion) => (
              <p key={deletion.id}>
                <TimedText
                  text={sentenceOf(deletion)}
                  moments={[
                    deletion.requestedAt,
                    deletion.nextAttemptAt,
                    deletion.confirmedAt,
                  ]}
                />
              </p>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
