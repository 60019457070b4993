import { attemptEntry, decisionEntry } from "../../panel/rules/entrySchemas.ts";
import { readItemData } from "../../panel/rules/itemData.ts";
import { type PurposeData, readPurposeData } from "../../panel/rules/purposeData.ts";
import type {
  Change,
  Entry,
  Item,
  Name,
  Snapshot,
} from "../../panel/store/panelStore.ts";
import { type Cell, purposeColumns, type Row } from "./purposeColumns.ts";
import { newRow, type Symbolize, writtenColumns } from "./symbols.ts";

/** What a rule changes, as rows and columns of the tables in `store.sql`. */
export interface ChangeRow {
  /** The columns of the purpose that are written; all others stay. */
  readonly purpose?: Row;
  /** New rows of `decision_log`, in order; a column that is not named is null. */
  readonly decision_log?: readonly Row[];
  /** A new row of `transmission`. */
  readonly transmission?: readonly Row[];
  /** New rows of `outbox`. */
  readonly outbox?: readonly Row[];
  /** The rows that go from `outbox`: `$sent`, that which was sent, or all others of a kind. */
  readonly drop?: readonly string[];
  /** The columns that are written of the row of `outbox` that was sent. */
  readonly sent?: Row;
  /** New rows of `deletion`. */
  readonly deletion?: readonly Row[];
  /** The columns that are written of the deletion that was asked for. */
  readonly asked?: Row;
  /** The UUIDs whose bytes go from `decision_log` and `transmission`. */
  readonly forget?: readonly Cell[];
}

/** Tells a change of the core's rules by what is written; what is empty is left out. */
export function changeAsRows(
  snapshot: Snapshot,
  change: Omit<Change<unknown>, "result">,
  by: Name | null,
  symbolize: Symbolize,
  sent?: string,
): ChangeRow {
  const { append = [], put = [], drop = [], begin, forget = [] } = change;
  const before = readPurposeData(snapshot.state);
  const after = change.state === undefined ? before : readPurposeData(change.state);
  const isBy = change.decidedBy === undefined ? snapshot.by : by;
  const was = (id: string) => snapshot.items.find((item) => item.id === id);
  const wasAsked = (id: string) => before.deletions.find((one) => one.id === id);
  const rows = (found: readonly Row[]) => found.map((row) => newRow(row, symbolize));
  const written = (old: Row, now: Row) => writtenColumns(old, now, symbolize);
  // Entries come first: the rows of the other tables name them.
  return withoutEmpty({
    decision_log: rows(
      append.filter(({ log }) => log === "decision").map((entry) => decisionRow(entry)),
    ),
    purpose: written(purposeColumns(before, snapshot.by), purposeColumns(after, isBy)),
    transmission: rows(begin ? [attemptRow(begin.entry)] : []),
    outbox: rows(put.filter(({ id }) => !was(id)).map(itemRow)),
    drop: snapshot.items
      .filter(({ id }) => drop.includes(id))
      .map(({ id, data }) => (id === sent ? "$sent" : readItemData(data).kind)),
    sent: joined(
      put.map((item) => {
        const old = was(item.id);
        return old ? written(itemRow(old), itemRow(item)) : {};
      }),
    ),
    deletion: rows(after.deletions.filter(({ id }) => !wasAsked(id)).map(deletionRow)),
    asked: joined(
      after.deletions.map((one) => {
        const old = wasAsked(one.id);
        return old ? written(deletionRow(old), deletionRow(one)) : {};
      }),
    ),
    forget: forget.map(symbolize),
  });
}

function joined(rows: readonly Row[]): Row {
  return Object.assign({}, ...rows);
}

function withoutEmpty(row: ChangeRow): ChangeRow {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => Object.keys(value).length > 0),
  );
}

function deletionRow(one: PurposeData["deletions"][number]): Row {
  const { id, grant, requestedAt, nextAttemptAt, confirmedAt, deleted, signature } = one;
  const pending = nextAttemptAt === null ? "under-way" : "failed";
  return {
    id,
    consent: grant,
    requested_at: requestedAt,
    state: confirmedAt === null ? pending : "confirmed",
    next_attempt_at: nextAttemptAt,
    confirmed_at: confirmedAt,
    deleted,
    signature,
  };
}

function itemRow({ id, uuid, data, bytes }: Item): Row {
  const { kind, attempts, nextAttemptAt } = readItemData(data);
  return {
    id,
    kind,
    pseudonym: uuid,
    body: new TextDecoder().decode(bytes),
    attempts,
    next_attempt_at: nextAttemptAt,
  };
}

function attemptRow({ id, data, uuid, bytes }: Entry): Row {
  const { kind, at, method, url, size, digest } = attemptEntry.parse(data);
  return {
    ...{ id, kind, at, method, url, size, digest, outcome: "pending" },
    body: bytes ? new TextDecoder().decode(bytes) : null,
    body_pseudonym: uuid ?? null,
  };
}

function decisionRow({ id, by, data, uuid, bytes }: Entry): Row {
  const entry = decisionEntry.parse(data);
  return {
    id,
    event: entry.event,
    at: entry.at,
    by_id: by?.id ?? null,
    by_name: by?.name ?? null,
    revision: entry.revision,
    language: entry.language,
    text_digest: entry.textDigest,
    text_known: entry.textKnown === null ? null : Number(entry.textKnown),
    payload_digest: entry.payloadDigest,
    via: entry.via,
    seen: entry.seen,
    ends: entry.ended,
    erasure: entry.erasure ?? null,
    payload: bytes ? new TextDecoder().decode(bytes) : null,
    payload_pseudonym: uuid ?? null,
  };
}
