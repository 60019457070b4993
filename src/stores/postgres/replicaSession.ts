import { randomInt } from "node:crypto";
import type pg from "pg";
import type { Standing } from "../../panel/store/panelStore.ts";
import type { Connection } from "./connection.ts";
import { createSerialQueue } from "./createSerialQueue.ts";
import { isAlive, locks, numberOf } from "./locks.ts";

/** What a replica is known by while it lives. */
export interface Session {
  /** The number of the present session; undefined while there is none. */
  readonly number: () => number | undefined;
  /** Resolves with the number once there is a session, or rejects with why there is none. */
  readonly ready: () => Promise<number>;
  /** Says for all replicas what this one stands for, as long as it lives. */
  readonly declare: (standing: Standing) => Promise<void>;
  /** Whether this replica is the one that sends, if it wants to be. */
  readonly lead: (wanted: boolean) => Promise<boolean>;
  /** Lets the session of that number go, which the server no longer has: another follows. */
  readonly letGo: (number: number) => void;
  readonly close: () => Promise<void>;
}

interface SessionParts {
  readonly connection: Connection;
  readonly channel: string;
  /** Called with what another replica has changed. */
  readonly onChange: (purpose: string) => void;
  /** Called when this replica can no longer be told. */
  readonly onLost: () => void;
  /** Called when it can be told again; what was changed meanwhile is not known. */
  readonly onBack: () => void;
}

interface Live {
  readonly client: pg.Client;
  readonly number: number;
  leads: boolean;
}

const firstRetryMs = 100;
const maxRetryMs = 2_000;

/**
 * One connection that holds a lock of its own, listens to what others change, and tells by
 * its end that neither holds any more. A session that is lost is followed by another, under
 * another number.
 */
export function openSession(parts: SessionParts): Session {
  const { connection, channel, onChange, onLost, onBack } = parts;
  const { driver, schema } = connection;
  let live: Live | undefined;
  let standing: Standing | undefined;
  let opening: Promise<number> | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = firstRetryMs;
  /** What is asked twice at once would be held twice. */
  const inTurn = createSerialQueue();

  const lose = (lost: pg.Client): void => {
    lost.end().catch(() => undefined);
    if (live?.client !== lost) return;
    live = undefined;
    onLost();
    reconnect();
  };
  const reconnect = (): void => {
    if (isClosed || live || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      waitMs = Math.min(maxRetryMs, waitMs * 2);
      open().then(onBack, reconnect);
    }, waitMs);
    timer.unref();
  };
  const open = (): Promise<number> => {
    opening ??= connect().finally(() => {
      opening = undefined;
    });
    return opening;
  };
  const connect = async (): Promise<number> => {
    const client = new driver.Client(connection.config);
    const number = randomInt(-0x8000_0000, 0x8000_0000);
    client.on("error", () => lose(client));
    client.on("end", () => lose(client));
    client.on("notification", ({ payload = "" }) => {
      const [sender, ...purpose] = payload.split(" ");
      if (sender !== String(number)) onChange(purpose.join(" "));
    });
    try {
      await client.connect();
      // A machine that is gone would else keep its session for hours (tcp(7)).
      await client.query(
        "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3",
      );
      await client.query("SELECT pg_advisory_lock($1, $2)", [locks.session, number]);
      await client.query(`LISTEN ${driver.escapeIdentifier(channel)}`);
      if (standing) await write(client, number, standing);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    if (isClosed) await client.end();
    else live = { client, number, leads: false };
    waitMs = firstRetryMs;
    return number;
  };
  const write = async (client: pg.Client, number: number, said: Standing) => {
    await client.query(
      `DELETE FROM ${schema}.replica WHERE session <> $1 AND NOT ${isAlive("session")}`,
      [number],
    );
    await client.query(
      `INSERT INTO ${schema}.replica VALUES ($1, $2)
       ON CONFLICT (session) DO UPDATE SET standing = excluded.standing`,
      [number, JSON.stringify(said)],
    );
  };

  return {
    number: () => live?.number,
    ready: async () => live?.number ?? open(),
    declare: (said) =>
      inTurn(async () => {
        standing = said;
        if (live) await write(live.client, live.number, said);
        else await open();
      }),
    lead: (wanted) =>
      inTurn(async () => {
        const current = live;
        if (!current || current.leads === wanted) return current?.leads ?? false;
        const key = `${locks.sender}, ${numberOf(schema)}`;
        const { rows } = await current.client.query<{ holds: boolean }>(
          wanted
            ? `SELECT pg_try_advisory_lock(${key}) AS holds`
            : `SELECT NOT pg_advisory_unlock(${key}) AS holds`,
        );
        current.leads = rows[0]?.holds ?? false;
        return current.leads && live === current;
      }),
    letGo: (number) => {
      if (live?.number === number) lose(live.client);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const last = live;
      live = undefined;
      await last?.client.end();
    },
  };
}
