import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { onTestFinished } from "vitest";
import type { PurposeState } from "../../src/contract/purposeState.ts";
import { askOneOf, personWho } from "./askOneOf.ts";
import { endSessions } from "./databases.ts";
import { startKillable } from "./killableProcess.ts";
import type { PostgresServer } from "./postgresServer.ts";
import type { Random } from "./random.ts";
import { acceptAll } from "./receiver.ts";
import { layPanelOut, queuePath, type Whereabouts } from "./replica.ts";
import {
  decisionPath,
  prepareDecision,
  type TestAnswer,
  type TestRequest,
} from "./startTestPanel.ts";

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

/**
 * A panel of two processes over a database of its own, with a receiver. What is asked of it is
 * asked of one of them by chance, and again where that does not live or has no database.
 *
 * @param env Of both processes.
 */
export async function startReplicaWorld(
  server: PostgresServer,
  random: Random,
  env: Readonly<Record<string, string>>,
) {
  const { url, receiver, noted, env: own } = await layPanelOut(server);
  const arrivals: Arrival[] = [];
  receiver.setAnswer(async (request) => {
    const isReport = !request.line.includes("/erasures");
    const body = String(request.body);
    if (isReport) arrivals.push({ body, moment: process.hrtime.bigint() });
    await wait(random.below(60));
    return acceptAll(request);
  });
  const startOne = () =>
    startKillable<Whereabouts>("test/support/runReplica.ts", {
      ...{ ...own, ...env },
      SEED: String(random.below(1e9)),
    });
  const replicas = [await startOne(), await startOne()] as const;
  const database = new pg.Pool({ connectionString: url, max: 2 });
  database.on("error", () => undefined);
  onTestFinished(() => database.end());

  const ask = askOneOf(replicas, random);
  const person = personWho(ask);
  const read = async (purpose: Purpose) => {
    const answer = await person.send("GET", "/purposes");
    if (answer.status !== 200) throw new Error(`GET /purposes gave ${answer.status}.`);
    const state: PurposeState = JSON.parse(answer.text).purposes[purpose];
    return { state, moment: momentOf(answer) };
  };

  /** What a grant is bound to: always the same, as long as nothing waits. */
  const grants = new Map<Purpose, Required<TestRequest>>();
  const prepareGrant = async (purpose: Purpose) => {
    const { headers, body } = await prepareDecision(person, purpose, "granted");
    const grant = { headers, body: JSON.stringify(body) };
    grants.set(purpose, grant);
    return grant;
  };

  return {
    ...{ arrivals, noted, random },
    /** Grants, and resolves with the pseudonym, if there is one. */
    grant: async (purpose: Purpose): Promise<string | null> => {
      for (;;) {
        const { decision, activity, etag } = (await read(purpose)).state;
        if (decision.status === "granted") return activity.pseudonym;
        const shown = grants.get(purpose) ?? (await prepareGrant(purpose));
        const { status } = await person.send("PUT", decisionPath(purpose), {
          headers: { ...shown.headers, "If-Match": etag },
          body: shown.body,
        });
        // A report that still waited was shown then.
        if (status !== 200) grants.delete(purpose);
      }
    },
    queue: async (purpose: Purpose, name: string): Promise<void> => {
      await ask("POST", queuePath(purpose, name));
    },
    /** Withdraws, and resolves when the panel says that nothing is open any more. */
    withdraw: async (
      purpose: Purpose,
      marks: readonly string[],
    ): Promise<Acknowledged> => {
      const since = performance.now();
      const answer = await person.send("DELETE", decisionPath(purpose));
      const { status } = answer;
      if (status !== 200 && status !== 202) throw new Error(`DELETE gave ${status}.`);
      let moment = status === 200 ? momentOf(answer) : undefined;
      while (moment === undefined) {
        const current = await read(purpose);
        if (current.state.activity.openSends === 0) moment = current.moment;
        else await wait(5);
      }
      return { marks, moment, ms: performance.now() - since };
    },
    /** Resolves when a send of the purpose has begun, or after a while. */
    untilBegun: async (purpose: Purpose): Promise<void> => {
      const until = performance.now() + 800;
      const isOpen = () =>
        database
          .query("SELECT 1 FROM klartext.open_send WHERE purpose = $1", [purpose])
          .then(
            ({ rowCount }) => rowCount !== 0,
            () => false,
          );
      while (performance.now() < until && !(await isOpen())) await wait(10);
    },
    /** How many sends have begun. */
    begun: async (): Promise<number> => {
      const { rows } = await database.query<{ begun: number }>(
        `SELECT count(*)::integer AS begun FROM klartext.entry
         WHERE log = 'transmission' AND ends IS NULL`,
      );
      return rows[0]?.begun ?? 0;
    },
    killOne: () => random.pick(replicas).kill(),
    /** Ends every connection that the replicas have. */
    terminate: () => endSessions(url),
  };
}

export type ReplicaWorld = Awaited<ReturnType<typeof startReplicaWorld>>;

/** When an answer was given, by the process that gave it. */
function momentOf({ headers }: TestAnswer): bigint {
  return BigInt(String(headers["x-moment"]));
}
