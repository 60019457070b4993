"use client";
import { knownOf } from "../../contract/knownOf.ts";
import { type Transport, tlsResults } from "../../contract/transport.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { isolate } from "../../payload/isolate.ts";
import { TimedText } from "../TimedText.tsx";

export interface TransportFactsProps {
  readonly transport: Transport;
  /** What the receiver notes beside the payload, where the policy says. */
  readonly receiverAdds: string | undefined;
}

/** Where the bytes go and how: a `<details>` with method, URL, headers and the pinned CA. */
export function TransportFacts({ transport, receiverAdds }: TransportFactsProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const { method, url, headers, caFingerprints, lastAttempt } = transport;
  return (
    <details className="kt-disclosure" data-kt="transport">
      <summary>{words("transport.heading")}</summary>
      <dl className="kt-rows">
        <div className="kt-rows__row">
          <dt>{words("transport.request")}</dt>
          <dd className="kt-digest">
            <code translate="no">{`${method} ${isolate(url)}`}</code>
          </dd>
        </div>
        <div className="kt-rows__row">
          <dt>{words("transport.headers")}</dt>
          <dd className="kt-digest">
            {Object.entries(headers).map(([name, value]) => (
              <div key={name}>
                <code translate="no">{`${isolate(name)}: ${isolate(value)}`}</code>
              </div>
            ))}
          </dd>
        </div>
        <div className="kt-rows__row">
          <dt>{words("transport.ca")}</dt>
          <dd className="kt-digest">
            {caFingerprints.map((fingerprint) => (
              <div key={fingerprint}>
                <code translate="no">{fingerprint}</code>
              </div>
            ))}
          </dd>
        </div>
        <div className="kt-rows__row">
          <dt>{words("transport.lastAttempt")}</dt>
          <dd>
            <TimedText
              text={
                lastAttempt
                  ? words(
                      `transport.tls.${knownOf(tlsResults, lastAttempt.tls) ?? "unknown"}`,
                      {
                        time: formatMoment(new Date(lastAttempt.at), language),
                      },
                    )
                  : words("transport.untried")
              }
              moments={[lastAttempt?.at]}
            />
          </dd>
        </div>
        {receiverAdds !== undefined && (
          <div className="kt-rows__row">
            <dt>{words("transport.receiver")}</dt>
            <dd>{receiverAdds}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
