import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { onTestFinished } from "vitest";
import type { PurposeState } from "../../src/contract/purposeState.ts";
import { makeFolder } from "./folder.ts";
import { startKillable } from "./killableProcess.ts";
import type { Noted } from "./noteWrites.ts";
import type { PostgresServer } from "./postgresServer.ts";
import type { Random } from "./random.ts";
import { acceptAll, startReceiver } from "./receiver.ts";
import { decide, decisionPath, send, type TestPerson } from "./startTestPanel.ts";

export const purposes = ["server-statistics", "crash-reports"] as const;
export type Purpose = (typeof purposes)[number];

/** A report as it came out of TLS. */
export interface Arrival {
  readonly body: string;
  readonly moment: bigint;
}

/** When a withdrawal was complete, and what is in a report that it forbids. */
export interface Acknowledged {
  readonly marks: readonly string[];
  readonly moment: bigint;
  readonly ms: number;
}

let databases = 0;

/**
 * A panel of several processes over a database of its own, with a receiver. What is asked of it
 * is asked of one of them by chance, and again where that does not live or has no database.
 *
 * @param env Of all processes; read anew at every start.
 */
export async function startReplicaWorld(
  server: PostgresServer,
  random: Random,
  env: Readonly<Record<string, string>> = {},
  count = 2,
) {
  databases += 1;
  const database = `panel_${databases}`;
  await query(server.url, `CREATE DATABASE ${database}`);
  const url = server.url.replace("/postgres?", `/${database}?`);
  const moments = join(await makeFolder({ "/moments": "" }), "moments");
  const receiver = await startReceiver();
  const arrivals: Arrival[] = [];
  receiver.setAnswer(async (request) => {
    const isReport = !request.line.includes("/erasures");
    const body = String(request.body);
    if (isReport) arrivals.push({ body, moment: process.hrtime.bigint() });
    await wait(random.below(60));
    return acceptAll(request);
  });
  const own = new pg.Pool({ connectionString: url, max: 2 });
  own.on("error", () => undefined);
  onTestFinished(() => own.end());
  const replicas = await Promise.all(
    Array.from({ length: count }, () => {
      const own = {
        POSTGRES_URL: url,
        MOMENTS: moments,
        SEED: String(random.below(1e9)),
      };
      return startKillable<{ readonly address: string }>("test/support/runReplica.ts", {
        ...receiver.env,
        ...own,
        ...env,
      });
    }),
  );
  const anyReplica = () => {
    const replica = replicas[random.below(replicas.length)];
    if (!replica) throw new RangeError("There is no replica.");
    return replica;
  };
  /** Asks a replica by chance, and another where that one cannot answer now. */
  const persist: typeof send extends (address: string, ...rest: infer Rest) => unknown
    ? (...rest: Rest) => ReturnType<typeof send>
    : never = async (...request) => {
    for (;;) {
      const { address } = await anyReplica().ready();
      try {
        const answer = await send(address, ...request);
        if (answer.status !== 503) return answer;
      } catch (error) {
        const code = String(error instanceof Error && Reflect.get(error, "code"));
        if (!/ECONN|EPIPE/.test(code)) throw error;
      }
      await wait(5);
    }
  };
  const headers = { "Sec-Fetch-Site": "same-origin", Cookie: "" };
  const person: TestPerson = {
    headers,
    send: (method, path, options = {}) =>
      persist(method, `/api/privacy${path}`, {
        ...options,
        headers: { ...headers, ...options.headers },
      }),
  };
  const readWithMoment = async (purpose: Purpose) => {
    const { status, text, headers: given } = await person.send("GET", "/purposes");
    if (status !== 200) throw new Error(`GET /purposes gave ${status}: ${text}`);
    const state: PurposeState = JSON.parse(text).purposes[purpose];
    return { state, moment: BigInt(String(given["x-moment"])) };
  };
  const read = async (purpose: Purpose) => (await readWithMoment(purpose)).state;

  return {
    ...{ url, server, database, receiver, arrivals, replicas, person, read, random },
    /** Grants and resolves with the pseudonym, if there is one. */
    grant: async (purpose: Purpose): Promise<string | null> => {
      for (;;) {
        const { decision, activity } = await read(purpose);
        if (decision.status === "granted") return activity.pseudonym;
        await decide(person, purpose, "granted");
      }
    },
    queue: async (purpose: Purpose, name: string): Promise<string> =>
      (await persist("POST", `/queue?purpose=${purpose}&name=${name}`)).text,
    /** Withdraws, and resolves when the panel says that nothing is open any more. */
    withdraw: async (
      purpose: Purpose,
      marks: readonly string[],
    ): Promise<Acknowledged> => {
      const since = performance.now();
      const { status, headers } = await person.send("DELETE", decisionPath(purpose));
      if (status !== 200 && status !== 202) throw new Error(`DELETE gave ${status}.`);
      let moment = status === 200 ? BigInt(String(headers["x-moment"])) : undefined;
      while (moment === undefined) {
        const current = await readWithMoment(purpose);
        if (current.state.activity.openSends === 0) moment = current.moment;
        else await wait(5);
      }
      return { marks, moment, ms: performance.now() - since };
    },
    /** Resolves when a send of the purpose has begun, or after a while. */
    untilBegun: async (purpose: Purpose): Promise<void> => {
      const until = performance.now() + 1_500;
      const isOpen = () =>
        own.query("SELECT 1 FROM klartext.open_send WHERE purpose = $1", [purpose]).then(
          ({ rowCount }) => rowCount !== 0,
          () => false,
        );
      while (performance.now() < until && !(await isOpen())) await wait(2);
    },
    killOne: () => anyReplica().kill(),
    /** Ends every connection that the replicas have. */
    terminate: () => endSessions(server.url, database),
    /** What the replicas noted, in the order in which they did. */
    noted: async (): Promise<readonly Noted[]> =>
      (await readFile(moments, "utf8"))
        .split("\n")
        .filter((line) => line.endsWith("}"))
        .map((line) => JSON.parse(line)),
  };
}

export type ReplicaWorld = Awaited<ReturnType<typeof startReplicaWorld>>;

/** Does one statement as the user who may do everything. */
export async function query(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function endSessions(url: string, database: string): Promise<void> {
  await query(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = $1 AND application_name = 'klartext'`,
    [database],
  );
}
