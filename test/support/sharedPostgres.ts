import pg from "pg";
import { type PostgresServer, startPostgres } from "./postgresServer.ts";

let server: Promise<PostgresServer> | undefined;
let made = 0;

/** The server of a test file, started when it is first asked for; it ends with the file. */
export function sharedPostgres(): Promise<PostgresServer> {
  server ??= startPostgres();
  return server;
}

/** The URL of a database of its own, in which there is nothing. */
export async function emptyDatabase(): Promise<string> {
  const { url } = await sharedPostgres();
  made += 1;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE panel_${made}`);
  await client.end();
  return url.replace("/postgres?", `/panel_${made}?`);
}
