import type pg from "pg";

/** A statement that a connection plans once, by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values?: unknown[];
}

/**
 * Asks several things at once, and resolves with the answers in their order. Rejects with
 * why the first of them failed, for that is why those after it did.
 */
export async function ask(
  client: Pick<pg.ClientBase, "query">,
  statements: readonly (Statement | string)[],
): Promise<readonly pg.QueryResult[]> {
  const answers = await Promise.allSettled(
    statements.map((statement) => client.query(statement)),
  );
  return answers.map((answer) => {
    if (answer.status === "rejected") throw answer.reason;
    return answer.value;
  });
}
