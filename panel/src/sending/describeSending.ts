import type { Deletion, Transport } from "../../../src/contract/index.ts";
import type { Calendar } from "./calendar.ts";
import type { Outbox } from "./outbox.ts";
import { caFingerprints } from "./pin.ts";
import { requestHeaders } from "./post.ts";
import type { TransmissionLog } from "./transmissionLog.ts";

export interface SendingParts {
  readonly outbox: Outbox;
  readonly log: TransmissionLog;
  readonly calendar: Calendar;
  readonly ca: string;
  readonly urlOf: (purpose: string) => string;
  readonly maySend: (purpose: string) => boolean;
}

/** What the panel API tells of the sending; reading it sends nothing. */
export function describeSending(parts: SendingParts) {
  const { outbox, log, calendar, ca, urlOf, maySend } = parts;
  return {
    /** One page of `GET /transmissions`, and the bytes of one of them. */
    transmissions: log.page,
    transmissionBody: log.body,
    /** The oldest bytes of a report that wait to be sent. */
    queued(purpose: string): Uint8Array<ArrayBuffer> | undefined {
      const [oldest] = outbox.waiting(purpose);
      return oldest && Uint8Array.from(oldest.body);
    },
    /** What `GET /purposes` tells of a purpose beside its decision. */
    activity(purpose: string): {
      lastSentAt: string | null;
      nextAt: string | null;
      deletions: Deletion[];
    } {
      const waiting = outbox
        .times()
        .filter(({ item }) => item.purpose === purpose && item.kind === "report");
      const [first] = [...waiting.map(({ at }) => at), calendar.nextAt(purpose)]
        .filter((at) => at !== null)
        .toSorted((a, b) => a.getTime() - b.getTime());
      return {
        lastSentAt: log.lastSentAt(purpose),
        nextAt: maySend(purpose) && first ? first.toISOString() : null,
        deletions: outbox.deletions(purpose),
      };
    },
    /** Where reports go and how, and what TLS found when last one was tried. */
    transport: (purpose: string): Transport => ({
      method: "POST",
      url: urlOf(purpose),
      headers: { ...requestHeaders(urlOf(purpose)) },
      caFingerprints: [...caFingerprints(ca)],
      lastAttempt: log.lastAttempt(purpose),
    }),
  };
}
