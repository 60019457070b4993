import { createRequire } from "node:module";
import type pg from "pg";
import { requirePeer } from "../requirePeer.ts";
import { StaleConnection } from "./runStatement.ts";

export type Driver = typeof pg;

/** How a replica reaches its tables. */
export interface Connection {
  readonly driver: Driver;
  readonly config: pg.ClientConfig;
  /** The name of the schema, quoted for SQL. */
  readonly schema: string;
}

const poolSize = 8;
/** Nothing waits longer for another replica's change. */
export const lockTimeoutMs = 5_000;
/** A process that is stopped within a change holds nobody up for longer. */
const idleInTransactionMs = 10_000;

/** @throws {StoreError} when pg is not installed. */
export function connectionTo(url: string, schema: string): Connection {
  const driver = requirePeer<Driver>("PostgreSQL", "pg@8", () =>
    createRequire(import.meta.url)("pg"),
  );
  const { getTypeParser } = driver.types;
  const config: pg.ClientConfig = {
    connectionString: url,
    application_name: "klartext",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        oid === driver.types.builtins.INT8
          ? Number
          : getTypeParser(oid, format as "text")) as typeof getTypeParser,
    },
  };
  return { driver, config, schema: driver.escapeIdentifier(schema) };
}

/** Connections for reading and changing, a few at a time. */
export function openPool({ driver, config }: Connection): pg.Pool {
  const options: pg.PoolConfig = {
    ...config,
    max: poolSize,
    // The tables that are asked with values are small, or found by an index: to plan anew
    // for each value would take longer than the statement.
    verify: (client, done) => {
      client
        .query(
          `SET lock_timeout = ${lockTimeoutMs};
           SET plan_cache_mode = force_generic_plan;
           SET idle_in_transaction_session_timeout = ${idleInTransactionMs}`,
        )
        .then(() => done(), done);
    },
  };
  // What is asked at once goes out at once; pg's types do not know this setting of its 8.23.
  const pipelined = { ...options, pipeline: true };
  const pool = new driver.Pool(pipelined);
  pool.on("connect", (client) => {
    // One that breaks between two statements of a change has nobody else who hears of it.
    client.on("error", () => undefined);
  });
  // A connection that breaks while nobody uses it is replaced when one is needed.
  pool.on("error", () => undefined);
  return pool;
}

/** Does something with one connection; what it began and did not end is taken back. */
export async function withClient<Result>(
  pool: pg.Pool,
  action: (client: pg.PoolClient) => Promise<Result>,
  tries = poolSize + 1,
): Promise<Result> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    return await action(client);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
      isBroken = true;
    });
    // As after the server was started anew: the others in the pool may have ended too.
    const isStale = error instanceof StaleConnection && tries > 1;
    if (!isStale) throw error instanceof StaleConnection ? error.cause : error;
  } finally {
    client.release(isBroken);
  }
  return withClient(pool, action, tries - 1);
}

/** Does something as a whole, or not at all. */
export function transact<Result>(
  pool: pg.Pool,
  action: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  return withClient(pool, async (client) => {
    await client.query("BEGIN");
    const result = await action(client);
    await client.query("COMMIT");
    return result;
  });
}
