import type pg from "pg";

/** A statement that a connection plans once, by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values?: unknown[];
}

/** The connection had ended before a transaction was begun over it: nothing was done. */
export class StaleConnection extends Error {
  override readonly name = "StaleConnection";
}

/**
 * Asks several things at once, and resolves with the answers in their order. Rejects with
 * why the first of them failed, for that is why those after it did.
 *
 * @throws {StaleConnection} where the first begins a transaction that has nothing to lose,
 * and the connection was no more.
 */
export async function ask(
  client: Pick<pg.ClientBase, "query">,
  statements: readonly (Statement | string)[],
): Promise<readonly pg.QueryResult[]> {
  const answers = await Promise.allSettled(
    statements.map((statement) => client.query(statement)),
  );
  const [first] = answers;
  if (first?.status === "rejected" && String(statements[0]).startsWith("BEGIN")) {
    throw new StaleConnection("It had ended.", { cause: first.reason });
  }
  return answers.map((answer) => {
    if (answer.status === "rejected") throw answer.reason;
    return answer.value;
  });
}
