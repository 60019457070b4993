import pg from "pg";
import { onTestFinished } from "vitest";

/** A connection of the test's own, which ends with the test. */
export async function connectAs(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
