import type pg from "pg";
import type {
  LinkedEvent,
  Log,
  OpenSend,
  PurposeReading,
  Standing,
  StoredEntry,
  StoreReading,
  StoreRow,
} from "../../panel/store/panelStore.ts";
import {
  type EntryRow,
  type EventRow,
  type ItemRow,
  type PurposeRow,
  toEntry,
  toEvent,
  toItem,
  toJson,
  toName,
} from "../rows.ts";
import { isAlive } from "./locks.ts";
import { requireKnown } from "./migrations.ts";
import type { Statement } from "./runStatement.ts";

interface SendRow extends EntryRow {
  readonly lane: string;
  readonly item: string;
  readonly since: Date;
  readonly owner_lives: boolean;
}

interface RowOfStore extends Omit<StoreRow, "erasure"> {
  readonly version: number;
  readonly oldest: number;
}

interface Ours {
  readonly of: string;
}

/** Which purposes are read, by whom, and whether for a change of theirs. */
export interface Wanted {
  /** A purpose's id; null for all. */
  readonly only: string | null;
  /** The number of the session that asks. */
  readonly own: number | undefined;
  readonly lock: "" | "FOR UPDATE OF s";
}

/**
 * What is read of the tables.
 *
 * @param known The version of the tables that this process knows.
 */
export function readingOf(schema: string, sendLimitMs: number, known: number) {
  const withName = `LEFT JOIN ${schema}.name n ON n.entry =`;
  const withLink = `LEFT JOIN ${schema}.event v ON v.entry = e.id`;
  const entryColumns = `e.number, e.id, e.log, e.purpose, e.data, e.bytes, n.person,
    n.name, n.salt, v.number AS place, v.head,
    (SELECT data FROM ${schema}.entry WHERE ends = e.id ORDER BY number LIMIT 1) AS "end"`;
  const entries = `SELECT ${entryColumns} FROM ${schema}.entry e ${withName} e.id ${withLink}`;

  return {
    /** In the order in which `parse` takes their answers. */
    statements: ({ only, own, lock }: Wanted): readonly Statement[] => [
      {
        name: `store ${lock}`,
        text: `SELECT s.epoch, s.counter, s.number, s.head, v.number AS version, v.oldest
          FROM ${schema}.store s, ${schema}.schema_version v ${lock}`,
      },
      {
        name: "purposes",
        text: `SELECT p.id, p.state, n.person, n.name, n.salt
          FROM ${schema}.purpose p ${withName} p.decided_by
          WHERE $1::text IS NULL OR p.id = $1`,
        values: [only],
      },
      {
        name: "items",
        text: `SELECT purpose AS of, id, uuid, data, bytes FROM ${schema}.item
          WHERE $1::text IS NULL OR purpose = $1 ORDER BY position`,
        values: [only],
      },
      {
        name: "sends",
        text: `SELECT ${entryColumns}, s.purpose AS of, s.lane, s.item, s.since,
            s.since + interval '${sendLimitMs} ms' > clock_timestamp()
              OR ${isAlive("s.owner")} AS owner_lives
          FROM ${schema}.open_send s JOIN ${schema}.entry e ON e.id = s.entry
          ${withName} e.id ${withLink} WHERE $1::text IS NULL OR s.purpose = $1 ORDER BY e.number`,
        values: [only],
      },
      {
        name: "standings",
        text: `SELECT standing FROM ${schema}.replica
          WHERE session IS DISTINCT FROM $1 AND ${isAlive("session")}`,
        values: [own ?? null],
      },
      { name: "clock", text: "SELECT clock_timestamp() AS now" },
    ],
    /** @throws {StoreError} `newer`, when the tables are those of a later version. */
    parse: (answers: readonly pg.QueryResult[]): StoreReading => {
      const [store, purposes, items, sends, standings, clock] = answers;
      const itemRows: readonly (ItemRow & Ours)[] = items?.rows ?? [];
      const sendRows: readonly (SendRow & Ours)[] = sends?.rows ?? [];
      const rows: readonly PurposeRow[] = purposes?.rows ?? [];
      const told: readonly { readonly standing: string }[] = standings?.rows ?? [];
      return {
        store: toStore(store?.rows[0], known),
        now: clock?.rows[0]?.now,
        standings: told.map(({ standing }): Standing => JSON.parse(standing)),
        purposes: Object.fromEntries(
          rows.map((row): [string, PurposeReading] => [
            row.id,
            {
              state: toJson(row.state),
              by: toName(row),
              items: itemRows.filter(({ of }) => of === row.id).map(toItem),
              open: sendRows.filter(({ of }) => of === row.id).map(toSend),
            },
          ]),
        ),
      };
    },
    page: async (
      client: Queried,
      log: Log,
      limit: number,
      before: number,
    ): Promise<readonly StoredEntry[]> => {
      const { rows } = await client.query<EntryRow>(
        `${entries} WHERE e.log = $1 AND e.ends IS NULL AND e.number < $2
         ORDER BY e.number DESC LIMIT $3`,
        [log, before, limit],
      );
      return rows.map(toEntry);
    },
    find: async (
      client: Queried,
      log: Log,
      id: string,
    ): Promise<StoredEntry | undefined> => {
      const { rows } = await client.query<EntryRow>(
        `${entries} WHERE e.log = $1 AND e.id = $2 AND e.ends IS NULL`,
        [log, id],
      );
      return rows[0] && toEntry(rows[0]);
    },
    events: async (
      client: Queried,
      after: number,
      upTo: number,
      limit: number,
    ): Promise<readonly LinkedEvent[]> => {
      const { rows } = await client.query<EventRow>(
        `SELECT v.number AS place, v.head, v.name, v.migrated, n.salt,
           e.id, e.log, e.purpose, e.ends, e.data
         FROM ${schema}.event v JOIN ${schema}.entry e ON e.id = v.entry ${withName} e.id
         WHERE v.number > $1 AND v.number <= $2 ORDER BY v.number LIMIT $3`,
        [after, upTo, limit],
      );
      return rows.map(toEvent);
    },
    text: async (client: Queried, digest: string): Promise<string | undefined> => {
      const { rows } = await client.query<{ markdown: string }>(
        `SELECT markdown FROM ${schema}.policy_text WHERE digest = $1`,
        [digest],
      );
      return rows[0]?.markdown;
    },
  };
}

export type Reading = ReturnType<typeof readingOf>;

/** A pool, or a connection of it. */
export type Queried = Pick<pg.Pool, "query">;

function toStore(row: RowOfStore | undefined, known: number): StoreRow {
  if (!row) throw new RangeError("The store has lost its own row.");
  requireKnown({ number: row.version, oldest: row.oldest }, known);
  const { epoch, counter, number, head } = row;
  return { epoch, counter, number, head, erasure: "removed" };
}

function toSend(row: SendRow): OpenSend {
  const { item, lane, since, owner_lives: ownerLives } = row;
  return { entry: toEntry(row), item, lane, since, ownerLives };
}
