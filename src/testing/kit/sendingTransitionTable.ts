import { groupBy } from "../../contract/openApi/groupBy.ts";
import { type TlsResult, tlsResults } from "../../contract/transport.ts";
import { advanceDeletions } from "../../panel/rules/advanceDeletions.ts";
import { endSend, type SendResult } from "../../panel/rules/endSend.ts";
import { attemptEnd } from "../../panel/rules/entrySchemas.ts";
import { backoff } from "../../panel/rules/schedule.ts";
import { sha256Digest } from "../../panel/sha256.ts";
import type { Change, Snapshot } from "../../panel/store/panelStore.ts";
import {
  type ConsentActivity,
  consentActivities,
  type Policy,
} from "../../policy/policy.ts";
import { countingUuid } from "../fake/countingUuid.ts";
import { type ChangeRow, changeAsRows } from "./changeAsRows.ts";
import type { Cell } from "./purposeColumns.ts";
import { before } from "./purposeStates.ts";
import { runsOf } from "./runsOf.ts";
import {
  begun,
  begunAt,
  entryId,
  type SentKind as Kind,
  openSnapshot,
  snapshotToSend,
} from "./sendingStates.ts";
import { createSymbols } from "./symbols.ts";

/** How an attempt ended, and what is written then. */
interface EndRow {
  readonly kind: Kind;
  /** What is written into `transmission`. */
  readonly outcome: string;
  /** Of an erasure that was answered with 2xx: whether the answer says how much was deleted. */
  readonly counted?: boolean;
  /** Of an attempt that was aborted: what TLS had found. */
  readonly tls?: TlsResult;
  /** HTTP statuses, from and to; null where there was no answer. */
  readonly statuses: readonly (readonly [number, number])[] | null;
  readonly change: ChangeRow;
}

/** What is written when a send begins, when it ends, and when a deletion is confirmed. */
export interface SendingRows {
  readonly begin: Readonly<Record<string, ChangeRow>>;
  readonly end: readonly EndRow[];
  readonly confirm?: ChangeRow;
}

/** What the sender writes, found by running its rules; by purpose. */
export function sendingTransitionTable(
  policy: Policy,
): Readonly<Record<string, SendingRows>> {
  return Object.fromEntries(
    consentActivities(policy).map((activity) => [activity.id, rowsOf(activity)]),
  );
}

function rowsOf(activity: ConsentActivity): SendingRows {
  const kinds: readonly Kind[] =
    activity.identification === "pseudonym" ? ["report", "erasure"] : ["report"];
  return {
    begin: Object.fromEntries(kinds.map((kind) => [kind, beginRow(kind, activity)])),
    end: kinds.flatMap((kind) => endRows(kind, activity)),
    ...(kinds.includes("erasure") ? { confirm: confirmRow(activity) } : {}),
  };
}

function beginRow(kind: Kind, activity: ConsentActivity): ChangeRow {
  const snapshot = snapshotToSend(kind, activity);
  const { result: _begun, ...change } = begun(snapshot, countingUuid());
  return tell(snapshot, change);
}

function endRows(kind: Kind, activity: ConsentActivity): readonly EndRow[] {
  const counts = kind === "erasure" ? [true, false] : [undefined];
  const answered = [...Array(400).keys()].flatMap((index) => {
    const status = 200 + index;
    const told = status < 300 ? counts : [undefined];
    return told.map((counted) => ({
      status,
      ...(counted === undefined ? {} : { counted }),
      ...endRow(kind, activity, answerOf(status, counted)),
    }));
  });
  const groups = groupBy(answered, ({ status: _status, ...row }) => JSON.stringify(row));
  return [
    ...[...groups].map(([row, members]) => ({
      kind,
      ...(JSON.parse(row) as Pick<EndRow, "outcome" | "counted" | "change">),
      statuses: runsOf(members.map(({ status }) => status)),
    })),
    ...unanswered.map(({ outcome, tls, matters }) => ({
      ...{ kind, statuses: null },
      ...(matters ? { tls } : {}),
      ...endRow(kind, activity, { outcome, tls, status: null, signature: null }),
    })),
  ];
}

/** How an attempt ends without an answer, and whether it matters what TLS had found. */
const unanswered = [
  { outcome: "unreachable", tls: "not-reached", matters: false },
  { outcome: "tls-pin-mismatch", tls: "tls-pin-mismatch", matters: false },
  { outcome: "aborted", tls: "not-reached", matters: true },
  { outcome: "aborted", tls: "verified", matters: true },
  { outcome: "interrupted", tls: "not-reached", matters: false },
] as const;

/** As a sender takes an answer, which for an erasure may tell how much was deleted. */
function answerOf(status: number, counted = false): SendResult {
  return {
    ...{ status, tls: "verified", signature: "unchecked" },
    erased: counted ? deleted : undefined,
    outcome: status < 300 ? "accepted" : "rejected",
  };
}

const deleted = 12_345;

function endRow(kind: Kind, activity: ConsentActivity, result: SendResult) {
  const snapshot = openSnapshot(kind, activity);
  const { result: _isEnded, ...change } = endSend(snapshot, {
    ...{ entry: entryId, result, uuid: countingUuid(), random: 0 },
  });
  const { outcome } = attemptEnd.parse(change.append?.[0]?.data);
  return { outcome, change: tell(snapshot, change) };
}

function confirmRow(activity: ConsentActivity): ChangeRow {
  const open = openSnapshot("erasure", activity);
  const { state } = endSend(open, {
    ...{ entry: entryId, result: answerOf(200, true), uuid: countingUuid(), random: 0 },
  });
  const answered: Snapshot = {
    ...{ ...open, state: state ?? null, items: [], open: [] },
    store: { ...open.store, erasure: "overwritten" },
  };
  const { result: _isOne, ...change } = advanceDeletions(
    answered,
    [before.item],
    countingUuid(),
  );
  return tell(answered, change);
}

function tell(snapshot: Snapshot, change: Omit<Change<unknown>, "result">): ChangeRow {
  return changeAsRows(
    snapshot,
    change,
    null,
    createSymbols(sources(snapshot)),
    before.item,
  );
}

function sources({ items }: Snapshot): readonly (readonly [Cell, string])[] {
  const attempts = before.attempts + 1;
  const later = new Date(before.now.getTime() + backoff(attempts, 0)).toISOString();
  const [item] = items;
  return [
    [before.now.toISOString(), "$now"],
    [later, "$backoff"],
    [attempts, "$outbox.attempts+1"],
    [begunAt.toISOString(), "$transmission.at"],
    [before.pseudonym, "$outbox.pseudonym"],
    [before.consent, "$deletion.consent"],
    [before.item, "$outbox.id"],
    [deleted, "$answer.deleted"],
    ["overwritten", "$store.erasure"],
    ...tlsResults.map((tls) => [tls, "$tls"] as const),
    ...(item
      ? ([
          [new TextDecoder().decode(item.bytes), "$outbox.body"],
          [item.bytes.byteLength, "$outbox.size"],
          [sha256Digest(item.bytes), "$outbox.digest"],
        ] as const)
      : []),
    [entryId, "$transmission.id"],
    ["https://vendor.example/$path", "$url"],
  ];
}
