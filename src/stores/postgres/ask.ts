import type pg from "pg";

/** Asks several statements at once; pg answers them by a list that its types do not know. */
export async function ask(
  client: Pick<pg.ClientBase, "query">,
  statements: string,
): Promise<readonly pg.QueryResult[]> {
  const answers: pg.QueryResult | pg.QueryResult[] = await client.query(statements);
  return [answers].flat();
}
