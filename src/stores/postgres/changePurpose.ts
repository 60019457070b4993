import type pg from "pg";
import { type Change, LaneTaken, type Snapshot } from "../../panel/store/panelStore.ts";
import { StoreError } from "../../panel/store/storeError.ts";
import type { Connection } from "./connection.ts";
import { isAlive } from "./locks.ts";
import type { Reading } from "./readPurposes.ts";
import type { Session } from "./replicaSession.ts";
import { ask } from "./runStatement.ts";
import type { Writing } from "./writeChange.ts";

interface ChangingParts {
  readonly connection: Connection;
  readonly channel: string;
  readonly reading: Reading;
  readonly writing: Writing;
  readonly session: Session;
  readonly now: (() => Date) | undefined;
}

export interface Changed<Result> {
  readonly result: Result;
  readonly isChanged: boolean;
  /** The session under which a send was begun. */
  readonly begunBy: number | undefined;
}

/**
 * One change of a purpose. What it needs is locked and read with one question, and the
 * store's own row is locked last.
 */
export function changeWith(parts: ChangingParts) {
  const { connection, channel, reading, writing, session, now } = parts;
  const { schema } = connection;

  const change = async <Result>(
    client: pg.ClientBase,
    purpose: string,
    rules: (snapshot: Snapshot) => Change<Result>,
  ): Promise<Changed<Result>> => {
    const asking = session.number();
    const [, row, ...read] = await ask(client, [
      "BEGIN",
      {
        name: "lock",
        text: `SELECT 1 FROM ${schema}.purpose WHERE id = $1 FOR UPDATE`,
        values: [purpose],
      },
      ...reading.statements({ only: purpose, own: asking, lock: "FOR UPDATE OF s" }),
    ]);
    const { purposes, ...rest } = reading.parse(read);
    const found = purposes[purpose];
    if (found && !row?.rowCount) {
      // Somebody else has made its row meanwhile, and may wait for the store's by now.
      await client.query("ROLLBACK");
      return change(client, purpose, rules);
    }
    const snapshot: Snapshot = {
      ...(found ?? { state: null, by: null, items: [], open: [] }),
      ...rest,
      now: now?.() ?? rest.now,
    };
    const { result, ...changes } = rules(snapshot);
    // What was waited for may have taken its time: the session of now is whose send it is.
    const own = session.number();
    const isChanged = Object.keys(changes).length > 0;
    if (changes.begin) await requireToBegin(client, session, schema, own, changes);
    const message = `${own} ${purpose}`;
    const facts = { purpose, snapshot, owner: own, channel, message };
    try {
      await ask(client, [
        ...(isChanged ? writing.statements(facts, changes) : []),
        "COMMIT",
      ]);
    } catch (error) {
      // A send may be begun all the same: open until its session is over, and its time.
      if (changes.begin && own !== undefined) session.letGo(own);
      throw error;
    }
    return { result, isChanged, begunBy: changes.begin && own };
  };
  return change;
}

/**
 * A send is begun by a replica alone that can be told to stop, in a lane that is free. Asked
 * before anything is written: a violation would stand in the server's log with the lane,
 * which is a UUID. The store's row is locked, so nobody takes the lane meanwhile.
 *
 * @throws {StoreError} when the session is over, on this side or on the server's.
 * @throws {LaneTaken} when another send is open in the lane.
 */
async function requireToBegin(
  client: pg.ClientBase,
  session: Session,
  schema: string,
  own: number | undefined,
  { begin, end = [] }: Omit<Change<unknown>, "result">,
): Promise<void> {
  const { rows } = await client.query<{ lives: boolean; taken: boolean }>(
    `SELECT ${isAlive("$1::integer")} AS lives, EXISTS (
       SELECT 1 FROM ${schema}.open_send WHERE lane = $2 AND entry <> ALL ($3)
     ) AS taken`,
    [own ?? null, begin?.lane, end],
  );
  if (own !== undefined && !rows[0]?.lives) {
    // As where a machine in between is gone: nobody has told this side.
    session.letGo(own);
  }
  if (!rows[0]?.lives) throw lostSession();
  if (rows[0].taken) throw new LaneTaken();
}

/** The session by which this process is told of withdrawals is over. */
export function lostSession(): StoreError {
  return new StoreError({
    reason: "unreachable",
    what: "No send was begun.",
    why: "The connection by which this process is told of withdrawals was lost.",
    remedy: "It is made anew by itself; what is due is then sent.",
  });
}
