import type pg from "pg";
import type {
  Log,
  OpenSend,
  PurposeReading,
  Standing,
  StoredEntry,
  StoreRow,
} from "../../panel/store/panelStore.ts";
import {
  type EntryRow,
  type ItemRow,
  type PurposeRow,
  toEntry,
  toItem,
  toJson,
  toName,
} from "../rows.ts";
import { isAlive } from "./locks.ts";
import { requireKnown } from "./migrations.ts";

interface SendRow extends EntryRow {
  readonly lane: string;
  readonly item: string;
  readonly since: Date;
  readonly owner_lives: boolean;
}

interface RowOfStore extends StoreRow {
  readonly version: number;
  readonly oldest: number;
}

interface Ours {
  readonly of: string;
}

const withName = (schema: string) => `LEFT JOIN ${schema}.name n ON n.entry =`;

function entryColumns(schema: string): string {
  return `e.number, e.id, e.log, e.purpose, e.data, e.bytes, n.person, n.name, n.salt,
    (SELECT data FROM ${schema}.entry WHERE ends = e.id ORDER BY number LIMIT 1) AS "end"`;
}

/**
 * All that is read from the tables, with a client that is given.
 *
 * @param known The version of the tables that this process knows.
 */
export function readingOf(schema: string, sendLimitMs: number, known: number) {
  const store = async (
    client: pg.ClientBase,
    lock: "" | "FOR UPDATE OF s" = "",
  ): Promise<StoreRow> => {
    const { rows } = await client.query<RowOfStore>(
      `SELECT s.epoch, s.counter, s.number, s.head, v.number AS version, v.oldest
       FROM ${schema}.store s, ${schema}.schema_version v ${lock}`,
    );
    const [row] = rows;
    if (!row) throw new RangeError("The store has lost its own row.");
    requireKnown({ number: row.version, oldest: row.oldest }, known);
    const { epoch, counter, number, head } = row;
    return { epoch, counter, number, head };
  };

  /** Of one purpose, or of all. */
  const purposes = async (
    client: pg.ClientBase,
    only: string | null = null,
  ): Promise<Record<string, PurposeReading>> => {
    const found = await client.query<PurposeRow>(
      `SELECT p.id, p.state, n.person, n.name, n.salt
       FROM ${schema}.purpose p ${withName(schema)} p.decided_by
       WHERE $1::text IS NULL OR p.id = $1`,
      [only],
    );
    const items = await client.query<ItemRow & Ours>(
      `SELECT purpose AS of, id, uuid, data, bytes FROM ${schema}.item
       WHERE $1::text IS NULL OR purpose = $1 ORDER BY position`,
      [only],
    );
    const sends = await client.query<SendRow & Ours>(
      `SELECT ${entryColumns(schema)}, s.purpose AS of, s.lane, s.item, s.since,
         s.since + interval '${sendLimitMs} ms' > clock_timestamp()
           OR ${isAlive("s.owner")} AS owner_lives
       FROM ${schema}.open_send s JOIN ${schema}.entry e ON e.id = s.entry
       ${withName(schema)} e.id
       WHERE $1::text IS NULL OR s.purpose = $1 ORDER BY e.number`,
      [only],
    );
    return Object.fromEntries(
      found.rows.map((row): [string, PurposeReading] => [
        row.id,
        {
          state: toJson(row.state),
          by: toName(row),
          items: items.rows.filter(({ of }) => of === row.id).map(toItem),
          open: sends.rows.filter(({ of }) => of === row.id).map(toSend),
        },
      ]),
    );
  };

  return {
    store,
    purposes,
    /** What the other replicas that live stand for. */
    standings: async (
      client: pg.ClientBase,
      own: number | undefined,
    ): Promise<readonly Standing[]> => {
      const { rows } = await client.query<{ standing: string }>(
        `SELECT standing FROM ${schema}.replica
         WHERE session IS DISTINCT FROM $1 AND ${isAlive("session")}`,
        [own ?? null],
      );
      return rows.map(({ standing }) => JSON.parse(standing) as Standing);
    },
    now: async (client: pg.ClientBase): Promise<Date> => {
      const { rows } = await client.query<{ now: Date }>(
        "SELECT clock_timestamp() AS now",
      );
      return rows[0]?.now ?? new Date();
    },
    page: async (
      client: pg.ClientBase,
      log: Log,
      limit: number,
      before: number,
    ): Promise<readonly StoredEntry[]> => {
      const { rows } = await client.query<EntryRow>(
        `SELECT ${entryColumns(schema)} FROM ${schema}.entry e ${withName(schema)} e.id
         WHERE e.log = $1 AND e.ends IS NULL AND e.number < $2
         ORDER BY e.number DESC LIMIT $3`,
        [log, before, limit],
      );
      return rows.map(toEntry);
    },
    find: async (
      client: pg.ClientBase,
      log: Log,
      id: string,
    ): Promise<StoredEntry | undefined> => {
      const { rows } = await client.query<EntryRow>(
        `SELECT ${entryColumns(schema)} FROM ${schema}.entry e ${withName(schema)} e.id
         WHERE e.log = $1 AND e.id = $2 AND e.ends IS NULL`,
        [log, id],
      );
      return rows[0] && toEntry(rows[0]);
    },
    text: async (client: pg.ClientBase, digest: string): Promise<string | undefined> => {
      const { rows } = await client.query<{ markdown: string }>(
        `SELECT markdown FROM ${schema}.policy_text WHERE digest = $1`,
        [digest],
      );
      return rows[0]?.markdown;
    },
  };
}

export type Reading = ReturnType<typeof readingOf>;

function toSend(row: SendRow): OpenSend {
  const { item, lane, since, owner_lives: ownerLives } = row;
  return { entry: toEntry(row), item, lane, since, ownerLives };
}
