import pg from "pg";
import { onTestFinished } from "vitest";
import type { PostgresServer } from "./postgresServer.ts";

let made = 0;

/** URL of a new database, so that nothing in another holds back what is purged in it. */
export async function makeDatabase({
  url,
}: Pick<PostgresServer, "url">): Promise<string> {
  made += 1;
  const name = `panel_${process.pid}_${made}`;
  await query(url, `CREATE DATABASE ${name}`);
  return url.replace("/postgres?", `/${name}?`);
}

/** A connection of the test's own, which ends with the test. */
export async function connectAs(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** Does one statement over a connection of its own. */
export async function query(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Ends every connection that replicas have to a database, as an administrator would. */
export async function endSessions(url: string): Promise<void> {
  await query(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'klartext'`,
  );
}
