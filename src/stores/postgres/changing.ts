import type pg from "pg";
import type { Change, Snapshot } from "../../panel/store/panelStore.ts";
import { StoreError } from "../../panel/store/storeError.ts";
import { isAlive } from "./locks.ts";
import type { Reading } from "./reading.ts";
import type { Session } from "./session.ts";
import type { Writing } from "./writing.ts";

export interface ChangingParts {
  readonly schema: string;
  readonly channel: string;
  readonly reading: Reading;
  readonly writing: Writing;
  readonly session: Session;
  readonly now: ((client: pg.ClientBase) => Promise<Date>) | undefined;
}

export interface Changed<Result> {
  readonly result: Result;
  readonly isChanged: boolean;
  /** The session under which a send was begun. */
  readonly begunBy: number | undefined;
}

/** One change of a purpose, within a transaction. The store's own row is locked last. */
export function changeWith(parts: ChangingParts) {
  const { schema, channel, reading, writing, session } = parts;
  const { now = reading.now } = parts;

  return async <Result>(
    client: pg.ClientBase,
    purpose: string,
    rules: (snapshot: Snapshot) => Change<Result>,
  ): Promise<Changed<Result>> => {
    const isNew = await lockPurpose(client, schema, purpose);
    const store = await reading.store(client, "FOR UPDATE OF s");
    const own = session.number();
    const found = (await reading.purposes(client, purpose))[purpose];
    const snapshot: Snapshot = {
      ...(found ?? { state: null, by: null, items: [], open: [] }),
      ...{ store, standings: await reading.standings(client, own) },
      now: await now(client),
    };
    const { result, ...change } = rules(snapshot);
    if (Object.keys(change).length === 0) {
      if (isNew) {
        await client.query(`DELETE FROM ${schema}.purpose WHERE id = $1`, [purpose]);
      }
      return { result, isChanged: false, begunBy: undefined };
    }
    if (change.begin) await requireSession(client, session, own);
    await writing.apply(client, purpose, snapshot, change, own);
    await client.query("SELECT pg_notify($1, $2)", [channel, `${own} ${purpose}`]);
    return { result, isChanged: true, begunBy: change.begin && own };
  };
}

/** Resolves whether the purpose has no row but the one that was made to be locked. */
async function lockPurpose(
  client: pg.ClientBase,
  schema: string,
  purpose: string,
): Promise<boolean> {
  const lock = () =>
    client.query(`SELECT 1 FROM ${schema}.purpose WHERE id = $1 FOR UPDATE`, [purpose]);
  if ((await lock()).rowCount) return false;
  const { rowCount } = await client.query(
    `INSERT INTO ${schema}.purpose (id) VALUES ($1) ON CONFLICT DO NOTHING`,
    [purpose],
  );
  await lock();
  return rowCount === 1;
}

/**
 * A send is begun by a replica alone that can be told to stop.
 *
 * @throws {StoreError} when the session is over, on this side or on the server's.
 */
async function requireSession(
  client: pg.ClientBase,
  session: Session,
  own: number | undefined,
): Promise<void> {
  if (own !== undefined) {
    const { rows } = await client.query<{ lives: boolean }>(
      `SELECT ${isAlive("$1::integer")} AS lives`,
      [own],
    );
    if (rows[0]?.lives) return;
    // As where a machine in between is gone: nobody has told this side.
    session.letGo(own);
  }
  throw lostSession();
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
