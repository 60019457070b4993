"use client";
import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { isKeptConsent, isKeptReport } from "../../client/keptEntries.ts";
import type { SentBytes } from "../../client/payloadAnswer.ts";
import { decisionPayloadQuery, transmissionBodyQuery } from "../../client/queries.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useDecisions } from "../../hooks/useDecisions.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import { useTransmissions } from "../../hooks/useTransmissions.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { ReadBySchema } from "../../payload/comparePayloads.ts";
import { readPayload } from "../../payload/readPayload.ts";
import { consentActivities, type Policy } from "../../policy/policy.ts";
import { findRevision, revisionChain } from "../../policy/revisions.ts";
import type { Schema } from "../../policy/schemaNode.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { DigestCheckResult } from "../PayloadPreview/DigestCheckResult.tsx";
import { usePayloadView } from "../PayloadPreview/usePayloadView.ts";
import { EarlierComparison } from "./EarlierComparison.tsx";
import { PayloadComparison } from "./PayloadComparison.tsx";
import { RevisionCoverage } from "./RevisionCoverage.tsx";

export interface EarlierComparisonsProps {
  /** The bytes on the screen. */
  readonly shown: ReadBySchema;
  readonly headingLevel: number;
}

/** The bytes on the screen beside those that the panel has kept, and older revisions. */
export function EarlierComparisons(props: EarlierComparisonsProps) {
  const { policy, activity } = usePayloadView();
  const older = revisionChain(policy).slice(1);
  return (
    <>
      <SinceConsent {...props} />
      <SinceSending {...props} />
      {older.map((revision) => (
        <RevisionCoverage
          key={revision.revision.id}
          revision={revision.revision.id}
          schema={schemaOf(revision, activity.id)}
          shown={props.shown}
          headingLevel={props.headingLevel}
        />
      ))}
    </>
  );
}

function SinceConsent(props: EarlierComparisonsProps) {
  const words = useWords();
  const { client, policy, language } = usePrivacy();
  const purpose = usePayloadView().activity.id;
  const { entries, error, ...older } = useDecisions(purpose, true);
  const grant = entries?.find(isKeptConsent);
  const agreed = grant?.revision && findRevision(policy, grant.revision);
  return (
    <EarlierComparison
      heading={words("changes.agreed")}
      missing={words("changes.noConsent")}
      headingLevel={props.headingLevel}
      {...{ entries, error, older }}
    >
      {grant && (
        <EarlierBytes
          key={grant.id}
          title={words("changes.agreedAt", {
            time: formatMoment(new Date(grant.at), language),
          })}
          query={decisionPayloadQuery(client, grant.id)}
          schema={agreed ? schemaOf(agreed, purpose) : undefined}
          {...props}
        />
      )}
    </EarlierComparison>
  );
}

function SinceSending(props: EarlierComparisonsProps) {
  const words = useWords();
  const { client, language } = usePrivacy();
  const purpose = usePayloadView().activity.id;
  const { entries, error, ...older } = useTransmissions(purpose, true);
  const sent = entries?.find(isKeptReport);
  return (
    <EarlierComparison
      heading={words("changes.sent")}
      missing={words("changes.noSending")}
      headingLevel={props.headingLevel}
      {...{ entries, error, older }}
    >
      {sent && (
        <EarlierBytes
          key={sent.id}
          title={words("changes.sentAt", {
            time: formatMoment(new Date(sent.at), language),
          })}
          query={transmissionBodyQuery(client, sent.id)}
          schema={undefined}
          {...props}
        />
      )}
    </EarlierComparison>
  );
}

interface EarlierBytesProps extends EarlierComparisonsProps {
  readonly title: string;
  readonly query: UseQueryOptions<SentBytes, Error, SentBytes, string[]>;
  /** What the bytes are read by; by default what those on the screen are. */
  readonly schema: Schema | undefined;
}

function EarlierBytes({ query, schema, shown, title, headingLevel }: EarlierBytesProps) {
  const words = useWords();
  const { queryClient } = usePrivacy();
  const { data, error, isFetching } = useQuery(query, queryClient);
  const settled = useSettledError(error, isFetching);
  const by = schema ?? shown.schema;
  const before = useMemo(
    () => data && { reading: readPayload(data.bytes, by), schema: by },
    [data, by],
  );
  if (settled) return <ErrorMessage error={settled} />;
  if (!data || !before) return <p>{words("payload.loading")}</p>;
  return (
    <>
      <PayloadComparison {...{ title, before, headingLevel }} after={shown} />
      {data.check.status !== "matches" && <DigestCheckResult check={data.check} />}
    </>
  );
}

function schemaOf(policy: Policy, purpose: string): Schema | undefined {
  return consentActivities(policy).find(({ id }) => id === purpose)?.schema;
}
