import { defaultSendLimitMs, type PanelStore } from "../../panel/store/panelStore.ts";
import { StoreError } from "../../panel/store/storeError.ts";
import { changeWith, lostSession } from "./changing.ts";
import { connectionTo, openPool, transact } from "./connection.ts";
import { createQueue } from "./createQueue.ts";
import { explainError } from "./explainError.ts";
import { type Migration, migrate, migrations } from "./migrations.ts";
import { purge } from "./purge.ts";
import { readingOf } from "./reading.ts";
import { openSession } from "./session.ts";
import { writingTo } from "./writing.ts";

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
  /** What brings the tables up to date. @default that of this version */
  readonly migrations?: readonly Migration[];
}

/**
 * Keeps everything in a schema of a PostgreSQL database, for any number of processes. A
 * change resolves once it is committed.
 *
 * @throws {StoreError} when pg is not installed, the server is not reached, or a later version
 * or something else made the tables. Each verb rejects with one when it was not done.
 */
export async function openPostgresStore({
  url,
  schema: name = "klartext",
  now,
  uuid = () => crypto.randomUUID(),
  newEpoch = false,
  sendLimitMs = defaultSendLimitMs,
  migrations: steps = migrations,
}: PostgresStoreOptions): Promise<PanelStore> {
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
  const change = changeWith({
    ...{ schema, channel, reading, writing, session },
    now: now && (async () => now()),
  });
  const inTurn = createQueue();
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
  const read = <Result>(action: Parameters<typeof transact<Result>>[2]) =>
    safely(notRead, () =>
      transact(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", action),
    );
  const write = <Result>(action: Parameters<typeof transact<Result>>[2]) =>
    safely(notKept, () => transact(pool, "BEGIN", action));
  const ids = () => read(async (client) => Object.keys(await reading.purposes(client)));
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
      let begunBy: number | undefined;
      try {
        const { result, isChanged } = await inTurn(() =>
          write(async (client) => {
            const changed = await change(client, purpose, rules);
            begunBy = changed.begunBy;
            return changed;
          }),
        );
        // What was begun under a session that is over has to be let go.
        if (begunBy !== undefined && session.number() !== begunBy) throw lostSession();
        if (isChanged) tell(purpose);
        return result;
      } catch (error) {
        // It may be committed all the same: open until its session is over, and its time.
        if (begunBy !== undefined) session.letGo(begunBy);
        throw error;
      }
    },
    read: () =>
      read(async (client) => ({
        store: await reading.store(client),
        now: now?.() ?? (await reading.now(client)),
        purposes: await reading.purposes(client),
        standings: await reading.standings(client, session.number()),
      })),
    page: (log, limit, before = Number.MAX_SAFE_INTEGER) =>
      read((client) => reading.page(client, log, limit, before)),
    find: (log, id) => read((client) => reading.find(client, log, id)),
    keepText: (digest, markdown) =>
      write(async (client) => void (await writing.keepText(client, digest, markdown))),
    text: (digest) => read((client) => reading.text(client, digest)),
    eraseName: (person) => write((client) => writing.eraseName(client, person)),
    purge: () =>
      safely("Deleted data are still in the tables' files.", () => purge(pool, schema)),
    beginEpoch: () =>
      write(async (client) => void (await writing.beginEpoch(client, uuid()))),
    declare: (standing) => safely(notKept, () => session.declare(standing)),
    lead: (wanted) => safely(notKept, () => session.lead(wanted)),
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    close,
  };
}
