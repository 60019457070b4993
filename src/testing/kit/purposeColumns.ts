import type { PurposeData } from "../../panel/rules/purposeData.ts";
import type { Name } from "../../panel/store/panelStore.ts";

/** What a column may hold; SQLite's 0 and 1 for what is a question. */
export type Cell = string | number | null;

export type Row = Readonly<Record<string, Cell>>;

/** What the core keeps of a purpose, as the row of the table `purpose`. */
export function purposeColumns(data: PurposeData, by: Name | null): Row {
  const { decision, schedule, lastAttempt } = data;
  return {
    status: decision.status,
    sequence: decision.sequence,
    at: decision.at,
    by_id: by?.id ?? null,
    by_name: by?.name ?? null,
    revision: decision.revision,
    language: decision.language,
    text_digest: decision.textDigest,
    payload_digest: decision.payloadDigest,
    via: decision.via,
    seen: decision.seen,
    consent: data.grant,
    pseudonym: data.pseudonym,
    attempted: data.attempted.length > 0 ? 1 : 0,
    suspended: data.suspended,
    granted_at: schedule?.grantedAt ?? null,
    next_at: schedule?.nextAt ?? null,
    last_sent_at: data.lastSentAt,
    last_attempt_at: lastAttempt?.at ?? null,
    last_attempt_tls: lastAttempt?.tls ?? null,
  };
}
