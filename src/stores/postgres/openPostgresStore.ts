import { defaultSendLimitMs, type PanelStore } from "../../panel/store/panelStore.ts";
import { StoreError } from "../../panel/store/storeError.ts";
import { changeWith, lostSession } from "./changePurpose.ts";
import { connectionTo, openPool, transact, withClient } from "./connection.ts";
import { createSerialQueue } from "./createSerialQueue.ts";
import { explainError } from "./explainError.ts";
import { type Migration, migrate, migrations } from "./migrations.ts";
import { purge } from "./purge.ts";
import { readingOf } from "./readPurposes.ts";
import { openSession } from "./replicaSession.ts";
import { ask } from "./runStatement.ts";
import { writingTo } from "./writeChange.ts";

/** Where the store of several replicas lies, and how it is opened. */
export interface PostgresStoreOptions {
  /**
   * A `postgres://` URL. It reaches the server itself, or a pool of connections that keeps
   * each for one client: a replica holds locks and listens for as long as it lives.
   */
  readonly url: string;
  /** The schema that holds the tables; made where it is missing. @default "klartext" */
  readonly schema?: string;
  /** @default the server's clock, which is the same for all replicas */
  readonly now?: () => Date;
  /** Makes the names of epochs. @default `crypto.randomUUID` */
  readonly uuid?: () => string;
  /** Whether the database was restored from a backup: a new epoch begins. @default false */
  readonly newEpoch?: boolean;
  /**
   * How long an attempt to send may take, in milliseconds, as in the senders of all
   * replicas: one whose process is gone counts as open until then. @default 30 000
   */
  readonly sendLimitMs?: number;
}

/**
 * Keeps everything in a schema of a PostgreSQL database, for any number of processes. A
 * change resolves once it is committed.
 *
 * @throws {StoreError} when pg is not installed, the server is not reached, or a later version
 * or something else made the tables. Each verb rejects with one when it was not done.
 */
export function openPostgresStore(options: PostgresStoreOptions): Promise<PanelStore> {
  return openAtVersion(options, migrations);
}

/** The store as the version of the panel has it that knows these steps and no later ones. */
export async function openAtVersion(
  {
    url,
    schema: name = "klartext",
    now,
    uuid = () => crypto.randomUUID(),
    newEpoch = false,
    sendLimitMs = defaultSendLimitMs,
  }: PostgresStoreOptions,
  steps: readonly Migration[],
): Promise<PanelStore> {
  const connection = connectionTo(url, name);
  const { schema } = connection;
  const channel = `klartext ${name}`;
  const pool = openPool(connection);
  const reading = readingOf(schema, sendLimitMs, steps.length);
  const writing = writingTo(schema);
  const watchers = new Set<(purpose: string | null) => void>();
  const tell = (purpose: string | null): void => {
    for (const changed of watchers) changed(purpose);
  };
  const session = openSession({
    connection,
    channel,
    onChange: tell,
    onLost: () => tell(null),
    onBack: () => {
      ids().then(
        (purposes) => purposes.forEach(tell),
        () => undefined,
      );
    },
  });
  const change = changeWith({ connection, channel, reading, writing, session, now });
  const inTurn = createSerialQueue();
  let isClosed = false;

  const safely = async <Result>(
    what: string,
    action: () => Promise<Result>,
  ): Promise<Result> => {
    if (isClosed) {
      throw new StoreError({
        reason: "closed",
        what,
        why: "It has been closed.",
        remedy: "Open it anew.",
      });
    }
    try {
      return await action();
    } catch (error) {
      throw explainError(what, error);
    }
  };
  const notRead = "The store was not read.";
  const notKept = "Nothing was kept.";
  const read = () =>
    safely(notRead, async () => {
      const own = session.number();
      const [, ...answers] = await withClient(pool, (client) =>
        ask(client, [
          "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
          ...reading.statements({ only: null, own, lock: "" }),
          "COMMIT",
        ]),
      );
      const found = reading.parse(answers);
      return { ...found, now: now?.() ?? found.now };
    });
  const ids = async () => Object.keys((await read()).purposes);
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    watchers.clear();
    await session.close();
    await pool.end();
  };

  try {
    await safely("The PostgreSQL store cannot be opened.", async () => {
      await migrate({ pool, schema, uuid, newEpoch, steps });
      await session.ready();
    });
  } catch (error) {
    await close();
    throw error;
  }

  return {
    sendLimitMs,
    change: async (purpose, rules) => {
      const { result, isChanged, begunBy } = await inTurn(() =>
        safely(notKept, () =>
          withClient(pool, (client) => change(client, purpose, rules)),
        ),
      );
      // What was begun under a session that is over has to be let go.
      if (begunBy !== undefined && session.number() !== begunBy) throw lostSession();
      if (isChanged) tell(purpose);
      return result;
    },
    read,
    page: (log, limit, before = Number.MAX_SAFE_INTEGER) =>
      safely(notRead, () => reading.page(pool, log, limit, before)),
    events: (after, upTo, limit) =>
      safely(notRead, () => reading.events(pool, after, upTo, limit)),
    find: (log, id) => safely(notRead, () => reading.find(pool, log, id)),
    keepText: (digest, markdown) =>
      safely(notKept, async () => void (await writing.keepText(pool, digest, markdown))),
    text: (digest) => safely(notRead, () => reading.text(pool, digest)),
    eraseName: (person) =>
      safely(notKept, () =>
        transact(pool, (client) => writing.eraseName(client, person)),
      ),
    purge: () =>
      safely("Deleted data are still in the tables' files.", () => purge(pool, schema)),
    beginEpoch: () =>
      safely(notKept, async () => void (await writing.beginEpoch(pool, uuid()))),
    declare: (standing) => safely(notKept, () => session.declare(standing)),
    lead: (wanted) => safely(notKept, () => session.lead(wanted)),
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    close,
  };
}
