"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { transmissionBodyQuery } from "../../client/queries.ts";
import type { Transmission } from "../../contract/transmission.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import type { Highlight } from "../../hooks/useHighlight.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { ReadBySchema } from "../../payload/comparePayloads.ts";
import { readPayload } from "../../payload/readPayload.ts";
import { buildDocument } from "../../policy/buildDocument.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { ComparedBytes } from "../PayloadChanges/ComparedBytes.tsx";
import type { ReportBefore } from "./reportBefore.ts";

export interface ReportDifferenceProps {
  readonly purpose: string;
  readonly before: ReportBefore;
  /** The report that is looked at. */
  readonly after: ReadBySchema;
  readonly highlight: Highlight;
  readonly headingLevel: number;
}

/** What a report holds otherwise than the one before it, or why that cannot be told. */
export function ReportDifference({ before, ...rest }: ReportDifferenceProps) {
  const words = useWords();
  return before.status === "found" ? (
    <FoundDifference {...rest} entry={before.entry} />
  ) : (
    <p>{words(`log.difference.${before.status}`)}</p>
  );
}

interface FoundDifferenceProps extends Omit<ReportDifferenceProps, "before"> {
  readonly entry: Transmission;
}

function FoundDifference({
  entry,
  purpose,
  after,
  highlight,
  headingLevel,
}: FoundDifferenceProps) {
  const words = useWords();
  const { client, queryClient, policy, language } = usePrivacy();
  const { data, error, isFetching } = useQuery(
    transmissionBodyQuery(client, entry.id),
    queryClient,
  );
  const settled = useSettledError(error, isFetching);
  const { schema } = after;
  const before = useMemo(
    () => data && { reading: readPayload(data.bytes, schema), schema },
    [data, schema],
  );
  const items = useMemo(
    () =>
      buildDocument(policy, language).cards.find(({ activity }) => activity === purpose)
        ?.items ?? [],
    [policy, language, purpose],
  );
  if (settled) return <ErrorMessage error={settled} />;
  if (!before) return <p>{words("payload.loading")}</p>;
  return (
    <ComparedBytes
      title={words("log.difference.since", {
        time: formatMoment(new Date(entry.at), language),
      })}
      {...{ before, after, items, highlight, headingLevel }}
    />
  );
}
