"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { transmissionBodyQuery } from "../../client/queries.ts";
import { knownOf } from "../../contract/knownOf.ts";
import {
  type Transmission,
  transmissionKinds,
  transmissionOutcomes,
} from "../../contract/transmission.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { isolate } from "../../payload/isolate.ts";
import { readText } from "../../payload/readPayload.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { DigestMark } from "../PayloadPreview/DigestMark.tsx";
import { PayloadBytes } from "../PayloadPreview/PayloadBytes.tsx";
import { TimedText } from "../TimedText.tsx";

export interface TransmissionEntryProps {
  readonly entry: Transmission;
}

/** One attempt: when, what, how it ended, its size and digest, and its exact bytes. */
export function TransmissionEntry({ entry }: TransmissionEntryProps) {
  const words = useWords();
  const id = usePageId();
  const { language } = usePrivacy();
  const [isShown, setIsShown] = useState(false);
  const time = formatMoment(new Date(entry.at), language);

  return (
    <li className="kt-log__entry">
      <p id={id}>
        <strong>
          <TimedText
            text={words("log.entry", {
              kind: words(
                `log.kind.${knownOf(transmissionKinds, entry.kind) ?? "unknown"}`,
              ),
              time,
              outcome: words(
                `log.outcome.${knownOf(transmissionOutcomes, entry.outcome) ?? "unknown"}`,
              ),
            })}
            moments={[entry.at]}
          />
        </strong>
      </p>
      <p>
        <TimedText
          text={[
            words("log.size", { count: entry.size }),
            ...(entry.status === null
              ? []
              : [words("log.answer", { status: entry.status })]),
            ...(entry.nextAttemptAt === null
              ? []
              : [
                  words("log.nextAttempt", {
                    time: formatMoment(new Date(entry.nextAttemptAt), language),
                  }),
                ]),
          ].join(" · ")}
          moments={[entry.nextAttemptAt]}
        />
      </p>
      <p className="kt-digest">
        <code translate="no">{`${entry.method} ${isolate(entry.url)}`}</code>
        <br />
        <code translate="no">{entry.digest}</code>
      </p>
      {entry.body === "deleted" && <p>{words("log.deleted")}</p>}
      {entry.body === "kept" && (
        <div className="kt-tools">
          <button
            type="button"
            className="kt-button"
            aria-expanded={isShown}
            aria-describedby={id}
            onClick={() => setIsShown(!isShown)}
          >
            {words(isShown ? "log.hide" : "log.show")}
          </button>
        </div>
      )}
      {isShown && entry.body === "kept" && (
        <TransmissionBody id={entry.id} label={words("log.bytes", { time })} />
      )}
    </li>
  );
}

function TransmissionBody({ id, label }: { id: string; label: string }) {
  const words = useWords();
  const { client, queryClient } = usePrivacy();
  const { data, error, isFetching } = useQuery(
    transmissionBodyQuery(client, id),
    queryClient,
  );
  const settled = useSettledError(error, isFetching);
  if (settled) return <ErrorMessage error={settled} />;
  if (!data) return <p>{words("payload.loading")}</p>;
  const read = readText(data.bytes);
  return (
    <>
      <DigestMark check={data.check} />
      <PayloadBytes
        bytes={data.bytes}
        text={"text" in read ? read.text : undefined}
        isWhole={read.status === "text"}
        label={label}
        fileName={`${id}.json`}
      />
    </>
  );
}
