import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { locks, numberOf } from "./locks.ts";

const lockTimeout = "55P03";

/** What reads while a panel is in use has ended by the second or third look. */
const probes = 10;
const betweenProbesMs = 50;

/** So often one looks whether another has ended, before it is left for later. */
const turns = 100;
const betweenTurnsMs = 20;

/**
 * Takes what was removed or replaced out of the tables' files, if something was since the
 * last time. VACUUM alone leaves it where it lay: VACUUM FULL writes a table anew, but for
 * what an older moment still sees, such as that of a backup that is being made. Whether there
 * is one is found out with a row that was removed a moment ago.
 *
 * @returns false while an older moment is read, or a table is in use.
 */
export async function purge(pool: pg.Pool, schema: string): Promise<boolean> {
  const client = await pool.connect();
  let isOver = false;
  try {
    const done = await purgeWith(client, schema);
    isOver = true;
    return done;
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === lockTimeout)
      return false;
    throw error;
  } finally {
    // A connection that fails in between could still hold the lock.
    client.release(!isOver);
  }
}

async function purgeWith(client: pg.ClientBase, schema: string): Promise<boolean> {
  if ((await tracesLeft(client, schema)) === undefined) return true;
  const key = `${locks.purge}, ${numberOf(schema)}`;
  for (let tries = 1; !(await tryLock(client, key)); tries += 1) {
    if (tries === turns) return false;
    await wait(betweenTurnsMs);
  }
  // Whoever had the lock before may have done it.
  const left = await tracesLeft(client, schema);
  const done = left === undefined || (await rewrite(client, schema));
  if (done && left !== undefined) {
    await client.query(
      `UPDATE ${schema}.store SET traces_gone = greatest(traces_gone, $1)`,
      [left],
    );
  }
  await client.query(`SELECT pg_advisory_unlock(${key})`);
  return done;
}

/** A statement that waits sees an older moment all the while, which nobody could purge. */
async function tryLock(client: pg.ClientBase, key: string): Promise<boolean> {
  const { rows } = await client.query<{ holds: boolean }>(
    `SELECT pg_try_advisory_lock(${key}) AS holds`,
  );
  return rows[0]?.holds ?? false;
}

/** How many changes have left traces by now; undefined if those of all are gone. */
async function tracesLeft(
  client: pg.ClientBase,
  schema: string,
): Promise<number | undefined> {
  const { rows } = await client.query<{ left: number }>(
    `SELECT traces_left AS left FROM ${schema}.store WHERE traces_left > traces_gone`,
  );
  return rows[0]?.left;
}

async function rewrite(client: pg.ClientBase, schema: string): Promise<boolean> {
  await client.query(`INSERT INTO ${schema}.purge_probe VALUES (1)`);
  await client.query(`DELETE FROM ${schema}.purge_probe`);
  for (let tries = 1; !(await isProbeGone(client, schema)); tries += 1) {
    if (tries === probes) return false;
    await wait(betweenProbesMs);
  }
  const tables = ["purpose", "item", "entry", "name", "open_send"];
  await client.query(
    `VACUUM (FULL) ${tables.map((table) => `${schema}.${table}`).join(", ")}`,
  );
  return true;
}

/** Whether nothing sees an older moment any more than that in which the row was removed. */
async function isProbeGone(client: pg.ClientBase, schema: string): Promise<boolean> {
  await client.query(`VACUUM (FULL) ${schema}.purge_probe`);
  const { rows } = await client.query<{ empty: boolean }>(
    "SELECT pg_relation_size($1) = 0 AS empty",
    [`${schema}.purge_probe`],
  );
  return rows[0]?.empty ?? false;
}
