import type pg from "pg";
import { linkOldEntries, type OldEntry } from "../linkOldEntries.ts";
import { insertLinks } from "./insertLinks.ts";

/** The table of version 2, the chain of digests. */
export function chainOf(schema: string): string {
  return `
  CREATE TABLE ${schema}.event (
    number bigint PRIMARY KEY,
    entry text NOT NULL UNIQUE,
    head text NOT NULL,
    name text,
    migrated boolean NOT NULL
  );
  CREATE TRIGGER event_is_never_removed BEFORE DELETE OR UPDATE ON ${schema}.event
    FOR EACH ROW EXECUTE FUNCTION ${schema}.refuse_rewriting();
  CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON ${schema}.event
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_rewriting();
`;
}

/**
 * What a store has already enters the chain in its order, marked: of the time until then it
 * proves nothing.
 */
export async function enterChain(client: pg.ClientBase, schema: string): Promise<void> {
  const { rows } = await client.query<OldEntry>(
    `SELECT e.id, e.log, e.purpose, e.ends, e.data, n.person, n.name, n.salt
     FROM ${schema}.entry e LEFT JOIN ${schema}.name n ON n.entry = e.id ORDER BY e.number`,
  );
  const links = linkOldEntries(rows);
  const last = links.at(-1);
  if (!last) return;
  await client.query(insertLinks(schema, links));
  await client.query(`UPDATE ${schema}.store SET number = $1, head = $2`, [
    last.number,
    last.head,
  ]);
}
