"use client";
import type { ReactNode } from "react";
import type { Transport } from "../../contract/transport.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { isolateBidi } from "../../payload/isolateBidi.ts";
import { TimedText } from "../TimedText.tsx";
import { TransportPicture } from "./TransportPicture.tsx";
import { transportResult } from "./transportResult.ts";

export interface TransportFactsProps {
  /** The heading of the purpose. */
  readonly heading: string;
  readonly transport: Transport;
  /** What the receiver notes beside the payload, where the policy says. */
  readonly receiverAdds: string | undefined;
  /** Where the vendor publishes what was collected, where the panel says. @default null */
  readonly resultsUrl?: string | null;
}

/** Where the bytes go and how: a picture of the way, then method, URL, headers and the pinned CA. */
export function TransportFacts({
  heading,
  transport,
  receiverAdds,
  resultsUrl = null,
}: TransportFactsProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const { method, url, headers, caFingerprints, proxy, lastAttempt } = transport;
  const result = transportResult(lastAttempt);
  return (
    <>
      <TransportPicture heading={heading} transport={transport} />
      <dl className="kt-rows">
        <Fact name={words("transport.request")} isCode>
          <code translate="no">{`${method} ${isolateBidi(url)}`}</code>
        </Fact>
        <Fact name={words("transport.headers")} isCode>
          {Object.entries(headers).map(([name, value]) => (
            <div key={name}>
              <code translate="no">{`${isolateBidi(name)}: ${isolateBidi(value)}`}</code>
            </div>
          ))}
        </Fact>
        <Fact name={words("transport.ca")} isCode>
          {caFingerprints.length === 0 && <span>{words("transport.noCa")}</span>}
          {caFingerprints.map((fingerprint) => (
            <div key={fingerprint}>
              <code translate="no">{fingerprint}</code>
            </div>
          ))}
        </Fact>
        {proxy !== undefined && (
          <Fact name={words("transport.proxy")}>
            {words("transport.proxyLearns", { proxy: isolateBidi(proxy) })}
          </Fact>
        )}
        <Fact name={words("transport.lastAttempt")}>
          <TimedText
            text={
              lastAttempt && result !== "untried"
                ? words(`transport.tls.${result}`, {
                    time: formatMoment(new Date(lastAttempt.at), language),
                  })
                : words("transport.untried")
            }
            moments={[lastAttempt?.at]}
          />
        </Fact>
        {receiverAdds !== undefined && (
          <Fact name={words("transport.receiver")}>{receiverAdds}</Fact>
        )}
        {resultsUrl !== null && isWebAddress(resultsUrl) && (
          <Fact name={words("transport.results")} isCode>
            <a href={resultsUrl} rel="noreferrer" translate="no">
              {isolateBidi(resultsUrl)}
            </a>
          </Fact>
        )}
      </dl>
    </>
  );
}

/** A panel's text is no script. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

interface FactProps {
  readonly name: string;
  /** Whether it is to be broken anywhere. */
  readonly isCode?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, isCode, children }: FactProps) {
  return (
    <div className="kt-rows__row">
      <dt>{name}</dt>
      <dd className={isCode ? "kt-digest" : undefined}>{children}</dd>
    </div>
  );
}
