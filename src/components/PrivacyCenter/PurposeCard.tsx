"use client";
import { useId } from "react";
import { grantObstacle } from "../../client/grantObstacle.ts";
import type { PurposeState, Viewer } from "../../contract/purposeState.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useDecide } from "../../hooks/useDecide.ts";
import { usePayload } from "../../hooks/usePayload.ts";
import type { PolicyInForce } from "../../hooks/usePolicyInForce.ts";
import { useWords } from "../../hooks/useWords.ts";
import { type Card, plainText, type Section } from "../../policy/document.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { Alert, ErrorMessage } from "../ErrorMessage/index.ts";
import { Heading } from "../Heading.tsx";
import { PayloadPreview } from "../PayloadPreview/index.ts";
import { PolicyBlocks, PolicyRows } from "../PolicyBlocks/index.ts";
import { PurposeActivity } from "../PurposeActivity/index.ts";
import { PurposeSwitch } from "../PurposeSwitch/index.ts";
import { TransmissionLog } from "../TransmissionLog/index.ts";
import { TransportFacts } from "../TransportFacts/index.ts";
import { describeStatus } from "./describeStatus.ts";

export interface PurposeCardProps {
  readonly activity: ConsentActivity;
  readonly section: Section;
  readonly card: Card;
  readonly inForce: PolicyInForce;
  readonly purpose: PurposeState;
  readonly viewer: Viewer;
  readonly headingLevel: number;
}

/** One purpose: its switch, what is said beside it, the bytes, and its section of the policy. */
export function PurposeCard({
  activity,
  section,
  card,
  inForce,
  purpose,
  viewer,
  headingLevel,
}: PurposeCardProps) {
  const words = useWords();
  const id = useId();
  const { language } = usePrivacy();
  const { wish, error, done, put, withdraw } = useDecide(activity.id);
  const shown = usePayload(activity, done);
  const { decision, etag } = purpose;

  const obstacle = grantObstacle({ viewer, purpose, text: inForce.text, ...shown });
  const isGranted = decision.status === "granted";
  const isLocked = purpose.activity.lock !== null;
  const mayWithdraw = viewer.mayDecide && (isGranted || decision.status === "outdated");
  const checked = isGranted && !isLocked && wish !== "withdraw";
  const inactive =
    wish === "grant" || (checked && mayWithdraw) ? false : obstacle !== undefined;
  const seen = inForce.textDigest && {
    revision: inForce.policy.revision.id,
    language,
    textDigest: inForce.textDigest,
  };

  const sentence = describeStatus(decision, wish, words, language);
  useAnnounceChange(
    `${decision.sequence} ${wish}`,
    words("announcement", { heading: section.heading, sentence }),
  );
  useAnnounceChange(
    shown.newer ? (shown.latestTag ?? "") : "",
    shown.newer
      ? words("announcement", {
          heading: section.heading,
          sentence: words("payload.newer"),
        })
      : "",
  );

  const onCheckedChange = (wanted: boolean) => {
    if (wish === "withdraw" || wish === "refuse") return;
    if (!wanted || wish === "grant") withdraw(etag);
    else if (seen && shown.payload && !obstacle) {
      const payloadDigest = shown.payload.check.digest;
      put(etag, { decision: "granted", ...seen, payloadDigest });
    }
  };
  const refuse = () => seen && put(etag, { decision: "refused", ...seen });

  return (
    <section className="kt-section" aria-labelledby={`${id}-heading`} data-kt="purpose">
      <Heading level={headingLevel} id={`${id}-heading`}>
        {section.heading}
      </Heading>
      <div className="kt-choices">
        <PurposeSwitch
          label={card.label}
          checked={checked}
          busy={wish !== undefined}
          inactive={inactive}
          describedBy={`${id}-status ${id}-obstacle`}
          onCheckedChange={onCheckedChange}
        />
        {decision.status === "undecided" && viewer.mayDecide && (
          <button
            type="button"
            className="kt-button"
            aria-disabled={wish !== undefined || !seen || undefined}
            onClick={wish === undefined ? refuse : undefined}
          >
            {words("refuse")}
          </button>
        )}
        {mayWithdraw && !checked && wish === undefined && (
          <button type="button" className="kt-button" onClick={() => withdraw(etag)}>
            {words(`withdraw.${activity.identification}`)}
          </button>
        )}
      </div>
      <p id={`${id}-status`} className="kt-state">
        {sentence}
      </p>
      <p
        id={`${id}-obstacle`}
        className="kt-card__obstacle"
        hidden={!obstacle || checked}
      >
        {obstacle && words(`obstacle.${obstacle}`)}
      </p>
      <Alert>{error && <ErrorMessage error={error} />}</Alert>
      {purpose.transport && (
        <PurposeActivity schedule={activity.schedule} activity={purpose.activity} />
      )}
      <PolicyRows rows={card.rows} idPrefix={`${id}-`} />
      {shown.payload && shown.reading ? (
        <PayloadPreview
          payload={shown.payload}
          reading={shown.reading}
          items={card.items}
          exclusions={plainText(card.exclusions)}
          fileName={`${activity.id}.json`}
          heading={section.heading}
          headingLevel={headingLevel + 1}
          newer={shown.newer && wish === undefined}
          onShowNewer={shown.showNewer}
        />
      ) : shown.error ? (
        <ErrorMessage error={shown.error} />
      ) : (
        <p>{words("payload.loading")}</p>
      )}
      {purpose.transport && (
        <>
          <TransportFacts
            transport={purpose.transport}
            receiverAdds={card.receiverAdds && plainText(card.receiverAdds)}
          />
          <TransmissionLog purpose={activity.id} heading={section.heading} />
        </>
      )}
      <details className="kt-disclosure">
        <summary>{words("policySection", { heading: section.heading })}</summary>
        <PolicyBlocks blocks={section.blocks} idPrefix={`${id}-section-`} />
      </details>
    </section>
  );
}
