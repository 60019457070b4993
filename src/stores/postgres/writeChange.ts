import type pg from "pg";
import { linksOf } from "../../panel/chain/index.ts";
import type { Change, Entry, Snapshot } from "../../panel/store/panelStore.ts";
import { needsPurge } from "../needsPurge.ts";
import { insertLinks } from "./insertLinks.ts";
import type { Queried } from "./readPurposes.ts";
import type { Statement } from "./runStatement.ts";

/** What a change is written for, and what the others are told of it. */
interface WritingFacts {
  readonly purpose: string;
  readonly snapshot: Pick<Snapshot, "now" | "store">;
  /** The number of the session that begins a send. */
  readonly owner: number | undefined;
  readonly channel: string;
  readonly message: string;
}

/** All that is written to the tables, with a client that is within a transaction. */
export function writingTo(schema: string) {
  const append = (purpose: string, entries: readonly Entry[]): Statement => {
    const column = (value: (entry: Entry) => string | null) => entries.map(value);
    return {
      name: "append",
      text: `WITH given AS (
          SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
            $7::bytea[], $8::text[], $9::text[], $10::text[])
          WITH ORDINALITY AS t (id, log, ends, uuid, data, bytes, person, name, salt, at)
        ), entries AS (
          INSERT INTO ${schema}.entry (id, log, purpose, ends, uuid, data, bytes)
          SELECT id, log, $1, ends, uuid, data, bytes FROM given ORDER BY at
        )
        INSERT INTO ${schema}.name
        SELECT id, person, name, salt FROM given WHERE person IS NOT NULL`,
      values: [
        purpose,
        column(({ id }) => id),
        column(({ log }) => log),
        column(({ ends }) => ends ?? null),
        column(({ uuid }) => uuid ?? null),
        column(({ data }) => JSON.stringify(data)),
        entries.map(({ bytes }) => (bytes ? Buffer.from(bytes) : null)),
        column(({ by }) => storable(by?.id)),
        column(({ by }) => storable(by?.name)),
        column(({ by }) => storable(by?.salt)),
      ],
    };
  };

  return {
    /** All of a change, in its order. */
    statements: (
      { purpose, owner, channel, message, snapshot }: WritingFacts,
      change: Omit<Change<unknown>, "result">,
    ): readonly Statement[] => {
      const { append: added = [], put = [], drop = [], end = [], forget = [] } = change;
      const { begin } = change;
      const entries = begin ? [...added, begin.entry] : added;
      const links = linksOf(snapshot.store, purpose, change);
      const last = links.at(-1);
      const where = (isWanted: boolean, statement: Statement) =>
        isWanted ? [statement] : [];
      return [
        {
          name: "state",
          text: `INSERT INTO ${schema}.purpose AS p VALUES ($1, coalesce($2, 'null'), $3)
            ON CONFLICT (id) DO UPDATE SET state = coalesce($2, p.state),
              decided_by = CASE WHEN $4 THEN $3 ELSE p.decided_by END`,
          values: [
            purpose,
            change.state === undefined ? null : JSON.stringify(change.state),
            change.decidedBy ?? null,
            change.decidedBy !== undefined,
          ],
        },
        ...where(entries.length > 0, append(purpose, entries)),
        ...where(links.length > 0, insertLinks(schema, links)),
        ...where(put.length > 0, {
          name: "put",
          text: `INSERT INTO ${schema}.item (purpose, id, uuid, data, bytes)
            SELECT $1, id, uuid, data, bytes
            FROM unnest($2::text[], $3::text[], $4::text[], $5::bytea[])
              WITH ORDINALITY AS t (id, uuid, data, bytes, at)
            ORDER BY at
            ON CONFLICT (purpose, id) DO UPDATE SET data = excluded.data`,
          values: [
            purpose,
            put.map(({ id }) => id),
            put.map(({ uuid }) => uuid),
            put.map(({ data }) => JSON.stringify(data)),
            put.map(({ bytes }) => Buffer.from(bytes)),
          ],
        }),
        ...where(drop.length > 0, {
          name: "drop",
          text: `DELETE FROM ${schema}.item WHERE purpose = $1 AND id = ANY ($2)`,
          values: [purpose, drop],
        }),
        ...where(end.length > 0, {
          name: "end",
          text: `DELETE FROM ${schema}.open_send WHERE entry = ANY ($1)`,
          values: [end],
        }),
        ...where(begin !== undefined, {
          name: "begin",
          text: `INSERT INTO ${schema}.open_send VALUES ($1, $2, $3, $4, $5, $6)`,
          values: [
            ...[begin?.lane, begin?.entry.id, begin?.item, purpose, snapshot.now],
            owner,
          ],
        }),
        ...where(forget.length > 0, {
          name: "forget",
          text: `UPDATE ${schema}.entry SET uuid = NULL, bytes = NULL
            WHERE uuid = ANY ($1)`,
          values: [forget],
        }),
        {
          name: "count",
          text: `UPDATE ${schema}.store SET counter = counter + 1,
              traces_left = traces_left + $1,
              number = coalesce($2, number), head = coalesce($3, head)
            RETURNING pg_notify($4, $5)`,
          values: [
            ...[needsPurge(change) ? 1 : 0, last?.number, last?.head],
            ...[channel, message],
          ],
        },
      ];
    },
    beginEpoch: (client: Queried, epoch: string) =>
      client.query(`UPDATE ${schema}.store SET epoch = $1, counter = 0`, [epoch]),
    eraseName: async (client: pg.ClientBase, person: string): Promise<void> => {
      await client.query(`SELECT 1 FROM ${schema}.store FOR UPDATE`);
      const { rowCount } = await client.query(
        `DELETE FROM ${schema}.name WHERE person = $1`,
        [storable(person)],
      );
      if (!rowCount) return;
      await client.query(`UPDATE ${schema}.store SET traces_left = traces_left + 1`);
    },
    keepText: (client: Queried, digest: string, markdown: string) =>
      client.query(
        `INSERT INTO ${schema}.policy_text VALUES ($1, $2) ON CONFLICT DO NOTHING`,
        [digest, markdown],
      ),
  };
}

export type Writing = ReturnType<typeof writingTo>;

/** PostgreSQL's text has no U+0000. */
function storable(text: string | undefined): string | null {
  return text?.replaceAll("\0", "\u{FFFD}") ?? null;
}
