import type pg from "pg";
import {
  type Change,
  type Entry,
  LaneTaken,
  type Snapshot,
} from "../../panel/store/panelStore.ts";
import { leavesTraces } from "../leavesTraces.ts";

/** All that is written to the tables, with a client that is within a transaction. */
export function writingTo(schema: string) {
  const append = async (client: pg.ClientBase, purpose: string, entry: Entry) => {
    const { id, log, ends, by, uuid, data, bytes } = entry;
    await client.query(
      `INSERT INTO ${schema}.entry (id, log, purpose, ends, uuid, data, bytes)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, log, purpose, ends, uuid, JSON.stringify(data), bytes && Buffer.from(bytes)],
    );
    if (!by) return;
    await client.query(`INSERT INTO ${schema}.name VALUES ($1, $2, $3, $4)`, [
      id,
      ...[by.id, by.name, by.salt].map(storable),
    ]);
  };
  const begin = async (
    client: pg.ClientBase,
    purpose: string,
    { lane, item, entry }: NonNullable<Change<unknown>["begin"]>,
    since: Date,
    owner: number,
  ) => {
    await append(client, purpose, entry);
    // A violation would be written into the server's log, with the lane, which is a UUID.
    const { rowCount } = await client.query(
      `INSERT INTO ${schema}.open_send VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (lane) DO NOTHING`,
      [lane, entry.id, item, purpose, since, owner],
    );
    if (!rowCount) throw new LaneTaken();
  };

  return {
    /** @param owner The number of the session that begins a send. */
    apply: async (
      client: pg.ClientBase,
      purpose: string,
      { now }: Pick<Snapshot, "now">,
      change: Omit<Change<unknown>, "result">,
      owner: number | undefined,
    ): Promise<void> => {
      const { append: entries = [], put = [], drop = [], end = [], forget = [] } = change;
      for (const entry of entries) await append(client, purpose, entry);
      if (change.state !== undefined) {
        await client.query(`UPDATE ${schema}.purpose SET state = $2 WHERE id = $1`, [
          purpose,
          JSON.stringify(change.state),
        ]);
      }
      if (change.decidedBy !== undefined) {
        await client.query(`UPDATE ${schema}.purpose SET decided_by = $2 WHERE id = $1`, [
          purpose,
          change.decidedBy,
        ]);
      }
      for (const { id, uuid, data, bytes } of put) {
        await client.query(
          `INSERT INTO ${schema}.item (purpose, id, uuid, data, bytes)
           VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (purpose, id) DO UPDATE SET data = excluded.data`,
          [purpose, id, uuid, JSON.stringify(data), Buffer.from(bytes)],
        );
      }
      if (drop.length > 0) {
        await client.query(
          `DELETE FROM ${schema}.item WHERE purpose = $1 AND id = ANY ($2)`,
          [purpose, drop],
        );
      }
      if (end.length > 0) {
        await client.query(`DELETE FROM ${schema}.open_send WHERE entry = ANY ($1)`, [
          end,
        ]);
      }
      if (change.begin && owner !== undefined) {
        await begin(client, purpose, change.begin, now, owner);
      }
      if (forget.length > 0) {
        await client.query(
          `UPDATE ${schema}.entry SET uuid = NULL, bytes = NULL WHERE uuid = ANY ($1)`,
          [forget],
        );
      }
      await client.query(
        `UPDATE ${schema}.store SET counter = counter + 1, traces_left = traces_left + $1,
           number = coalesce($2, number), head = coalesce($3, head)`,
        [leavesTraces(change) ? 1 : 0, change.chain?.number, change.chain?.head],
      );
    },
    beginEpoch: (client: pg.ClientBase, epoch: string) =>
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
    keepText: (client: pg.ClientBase, digest: string, markdown: string) =>
      client.query(
        `INSERT INTO ${schema}.policy_text VALUES ($1, $2) ON CONFLICT DO NOTHING`,
        [digest, markdown],
      ),
  };
}

export type Writing = ReturnType<typeof writingTo>;

/** PostgreSQL's text has no U+0000. */
function storable(text: string): string {
  return text.replaceAll("\0", "\u{FFFD}");
}
