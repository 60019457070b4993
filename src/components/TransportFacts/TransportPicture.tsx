"use client";
import type { Transport } from "../../contract/transport.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { isolateBidi } from "../../payload/isolateBidi.ts";
import { Icon, type IconName } from "../Icon/Icon.tsx";
import { TimedText } from "../TimedText.tsx";
import { shortFingerprint } from "./shortFingerprint.ts";
import { type TransportResult, transportResult } from "./transportResult.ts";

const signs: Readonly<Record<TransportResult, IconName>> = {
  untried: "dashed-ring",
  verified: "check",
  "tls-pin-mismatch": "octagon",
  "not-reached": "plug",
  unknown: "question",
};

export interface TransportPictureProps {
  /** The heading of the purpose, for the name of the list. */
  readonly heading: string;
  readonly transport: Pick<Transport, "url" | "caFingerprints" | "proxy" | "lastAttempt">;
}

/** The way of the data as a list of three: this server, what guards the way, the vendor's host. */
export function TransportPicture({ heading, transport }: TransportPictureProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const { caFingerprints, proxy, lastAttempt } = transport;
  const { protocol, host } = new URL(transport.url);
  const result = transportResult(lastAttempt);
  return (
    <div className="kt-way">
      <ol className="kt-way__stations" aria-label={words("transport.way", { heading })}>
        <li className="kt-way__end">
          <Icon name="server" />
          <span className="kt-way__name">{words("transport.from")}</span>
        </li>
        <li className="kt-way__between">
          <span className="kt-way__name">
            {words(protocol === "https:" ? "transport.encrypted" : "transport.open")}
          </span>
          {caFingerprints.length === 0 && <span>{words("transport.noCa")}</span>}
          {caFingerprints.map((fingerprint) => (
            <span key={fingerprint}>
              <span>{`${words("transport.pinned")} `}</span>
              <code translate="no">{shortFingerprint(fingerprint)}</code>
            </span>
          ))}
          {proxy !== undefined && (
            <span>
              <span>{`${words("transport.through")} `}</span>
              <span className="kt-digest" translate="no">
                {isolateBidi(proxy)}
              </span>
            </span>
          )}
          <span className="kt-way__result" data-result={result}>
            <Icon name={signs[result]} />
            <span>{words(`transport.result.${result}`)}</span>
          </span>
          {lastAttempt && (
            <span>
              <TimedText
                text={formatMoment(new Date(lastAttempt.at), language)}
                moments={[lastAttempt.at]}
              />
            </span>
          )}
        </li>
        <li className="kt-way__end">
          <Icon name="inbox" />
          <span className="kt-way__name">{words("transport.to")}</span>
          <span className="kt-digest" translate="no">
            {isolateBidi(host)}
          </span>
        </li>
      </ol>
    </div>
  );
}
