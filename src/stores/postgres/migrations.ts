import type pg from "pg";
import { StoreError } from "../../panel/store/storeError.ts";
import { chainOf, enterChain } from "./addChain.ts";
import { lockTimeoutMs, transact } from "./connection.ts";
import { schemaOf } from "./schema.ts";

/**
 * Each brings the tables from the version that is its index to the next. `oldest`: the first
 * version that can go on beside the new tables, as while one replica after the other is
 * replaced.
 */
export interface Migration {
  readonly oldest: number;
  readonly sql: (schema: string) => string;
  /** What SQL alone cannot do. */
  readonly adopt?: (client: pg.ClientBase, schema: string) => Promise<void>;
}

export const migrations: readonly Migration[] = [
  { oldest: 1, sql: schemaOf },
  // A replica that knows no chain would append what no link follows.
  { oldest: 2, sql: chainOf, adopt: enterChain },
];

export interface MigrationParts {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly uuid: () => string;
  /** Whether a new epoch begins with this start. */
  readonly newEpoch: boolean;
  readonly steps?: readonly Migration[];
}

/**
 * Brings the tables up to date, and begins an epoch if asked to, all or nothing. One replica
 * does it; others wait.
 *
 * @throws {StoreError} `newer`, when a later version has left this one behind; `foreign`, when
 * the schema holds something else.
 */
export function migrate({
  pool,
  schema,
  uuid,
  newEpoch,
  steps = migrations,
}: MigrationParts): Promise<void> {
  return transact(pool, async (client) => {
    // Another replica may take its time with the tables, and writes nothing meanwhile.
    await client.query("SET LOCAL lock_timeout = 0");
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
      `klartext ${schema}`,
    ]);
    await client.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
    const version = await versionOf(client, schema);
    requireKnown(version, steps.length);
    if (version.number < steps.length) {
      if (version.number > 0) await untilNothingChanges(client, schema);
      // Who owns an empty schema need not be allowed to make one.
      if (!version.hasSchema) await client.query(`CREATE SCHEMA ${schema}`);
      for (const { sql, adopt } of steps.slice(version.number)) {
        await client.query(sql(schema));
        await adopt?.(client, schema);
      }
      await setVersion(client, schema, steps);
    }
    const begin = version.number === 0 ? "INSERT INTO" : newEpoch ? "UPDATE" : undefined;
    if (begin === "INSERT INTO") {
      await client.query(`INSERT INTO ${schema}.store (epoch) VALUES ($1)`, [uuid()]);
    } else if (begin) {
      await client.query(`UPDATE ${schema}.store SET epoch = $1, counter = 0`, [uuid()]);
    }
  });
}

/**
 * Every change locks rows of the first table before it looks at the version, and every reading
 * of the whole begins with the second: what began under the old tables ends before them.
 */
async function untilNothingChanges(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query(`LOCK TABLE ${schema}.purpose IN EXCLUSIVE MODE`);
  await client.query(`LOCK TABLE ${schema}.store IN ACCESS EXCLUSIVE MODE`);
}

interface Version {
  readonly number: number;
  /** The oldest version that can still use the tables. */
  readonly oldest: number;
}

async function versionOf(
  client: pg.ClientBase,
  schema: string,
): Promise<Version & { readonly hasSchema: boolean }> {
  const { rows } = await client.query<{
    ours: boolean;
    hasSchema: boolean;
    tables: number;
  }>(
    `SELECT to_regclass($1) IS NOT NULL AS ours,
       to_regnamespace($2) IS NOT NULL AS "hasSchema",
       (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace($2)) AS tables`,
    [`${schema}.schema_version`, schema],
  );
  const [found] = rows;
  const none = { number: 0, oldest: 0, hasSchema: found?.hasSchema ?? false };
  if (!found?.ours) {
    if (!found?.tables) return none;
    throw new StoreError({
      reason: "foreign",
      what: `The schema ${schema} cannot be used.`,
      why: "It holds tables of something else.",
      remedy: "Give the name of a schema that is empty or not there.",
    });
  }
  const version = await client.query<{ number: number; oldest: number }>(
    `SELECT number, oldest FROM ${schema}.schema_version`,
  );
  return { ...none, ...version.rows[0] };
}

async function setVersion(
  client: pg.ClientBase,
  schema: string,
  steps: readonly Migration[],
): Promise<void> {
  const oldest = steps.at(-1)?.oldest ?? 0;
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${schema}.schema_version
       (number integer NOT NULL, oldest integer NOT NULL);
     DELETE FROM ${schema}.schema_version`,
  );
  await client.query(`INSERT INTO ${schema}.schema_version VALUES ($1, $2)`, [
    steps.length,
    oldest,
  ]);
}

/** @throws {StoreError} `newer`, when the tables are not any more those of this version. */
export function requireKnown({ number, oldest }: Version, known: number): void {
  if (number <= known || oldest <= known) return;
  throw new StoreError({
    reason: "newer",
    what: "The tables of the panel cannot be used.",
    why: `They have version ${number}, for panels from version ${oldest} on, and this one knows version ${known}.`,
    remedy: "Start the later version of the panel here too.",
  });
}
