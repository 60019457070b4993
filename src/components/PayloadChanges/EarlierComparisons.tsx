"use client";
import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { isKeptConsent, isKeptReport } from "../../client/keptEntries.ts";
import type { SentBytes } from "../../client/payloadAnswer.ts";
import { decisionPayloadQuery, transmissionBodyQuery } from "../../client/queries.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useDecisions } from "../../hooks/useDecisions.ts";
import type { ShownEntries } from "../../hooks/useEntries.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import { useTransmissions } from "../../hooks/useTransmissions.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { WordKey } from "../../i18n/wordKey.ts";
import type { ReadBySchema } from "../../payload/comparePayloads.ts";
import { readPayload } from "../../payload/readPayload.ts";
import { consentActivity } from "../../policy/policy.ts";
import { revisionChain, schemaInRevision } from "../../policy/revisions.ts";
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
          schema={consentActivity(revision, activity.id)?.schema}
          shown={props.shown}
          headingLevel={props.headingLevel}
        />
      ))}
    </>
  );
}

function SinceConsent(props: EarlierComparisonsProps) {
  const { client, policy } = usePrivacy();
  const purpose = usePayloadView().activity.id;
  const list = useDecisions(purpose, true);
  const grant = list.entries?.find(isKeptConsent);
  return (
    <SinceEntry
      heading="changes.agreed"
      missing="changes.noConsent"
      title="changes.agreedAt"
      list={list}
      entry={grant}
      queryOf={(id) => decisionPayloadQuery(client, id)}
      schema={grant && schemaInRevision(policy, grant.revision, purpose)}
      {...props}
    />
  );
}

function SinceSending(props: EarlierComparisonsProps) {
  const { client } = usePrivacy();
  const list = useTransmissions(usePayloadView().activity.id, true);
  return (
    <SinceEntry
      heading="changes.sent"
      missing="changes.noSending"
      title="changes.sentAt"
      list={list}
      entry={list.entries?.find(isKeptReport)}
      queryOf={(id) => transmissionBodyQuery(client, id)}
      schema={undefined}
      {...props}
    />
  );
}

interface SinceEntryProps extends EarlierComparisonsProps {
  readonly heading: WordKey;
  readonly missing: WordKey;
  readonly title: WordKey;
  readonly list: ShownEntries<unknown>;
  /** The newest of them with bytes. */
  readonly entry: { readonly id: string; readonly at: string } | undefined;
  readonly queryOf: (id: string) => EarlierBytesProps["query"];
  readonly schema: Schema | undefined;
}

function SinceEntry({
  heading,
  missing,
  title,
  list,
  entry,
  queryOf,
  schema,
  ...props
}: SinceEntryProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const { entries, error, ...older } = list;
  return (
    <EarlierComparison
      heading={words(heading)}
      missing={words(missing)}
      headingLevel={props.headingLevel}
      {...{ entries, error, older }}
    >
      {entry && (
        <EarlierBytes
          key={entry.id}
          title={words(title, { time: formatMoment(new Date(entry.at), language) })}
          query={queryOf(entry.id)}
          schema={schema}
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
