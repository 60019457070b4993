import { setTimeout as wait } from "node:timers/promises";
import type { PostgresServer } from "./postgresServer.ts";
import { createRandom } from "./random.ts";
import { type Fault, type FaultSource, sourceOf } from "./replicaFaults.ts";
import {
  type Acknowledged,
  type Purpose,
  purposes,
  type ReplicaWorld,
  startReplicaWorld,
} from "./replicaWorld.ts";
import { addUp, type RunFigures, readFigures } from "./withdrawalFigures.ts";

export interface RunOptions {
  readonly server: PostgresServer;
  readonly fault: Fault;
  readonly withdrawals: number;
  /** How many panels there are at once. */
  readonly panels: number;
  /** How long a send may take. */
  readonly sendLimitMs: number;
  /** How many withdrawals there are for each time that the fault comes. */
  readonly every: number;
  readonly seed: number;
}

/** Withdraws at random moments, of both purposes of some panels at once, with a fault. */
export async function withdrawAtRandom({
  server,
  fault,
  withdrawals,
  panels,
  sendLimitMs,
  every,
  seed,
}: RunOptions): Promise<RunFigures> {
  const each = Math.ceil(withdrawals / panels / purposes.length);
  const source = sourceOf(fault, server, every);
  const figures = await Promise.all(
    Array.from({ length: panels }, async (_, panel) => {
      const random = createRandom(seed + panel);
      const world = await startReplicaWorld(server, random, {
        ...source.env,
        SEND_LIMIT_MS: String(sendLimitMs),
      });
      const leave = source.attend(world);
      const done = await Promise.all(
        purposes.map((purpose) => withdrawOften(world, purpose, each, source, every)),
      );
      await leave();
      return readFigures(
        world,
        done.flatMap(({ withdrawals }) => withdrawals),
        done.reduce((sum, { strikes }) => sum + strikes, 0),
      );
    }),
  );
  return addUp(fault, figures);
}

interface Done {
  readonly withdrawals: readonly Acknowledged[];
  readonly strikes: number;
}

/** Grants, queues and withdraws one purpose, again and again. */
async function withdrawOften(
  world: ReplicaWorld,
  purpose: Purpose,
  count: number,
  source: FaultSource,
  every: number,
): Promise<Done> {
  const { random } = world;
  const withdrawals: Acknowledged[] = [];
  let strikes = 0;
  const strikeAt = random.below(every);
  let named = 0;
  /** How long a report takes from the queue to the receiver, about. */
  let typicalMs = 200;
  for (let round = 1; round <= count; round += 1) {
    const pseudonym = await world.grant(purpose);
    const bodies = 1 + random.below(3);
    const names = Array.from({ length: bodies }, () => {
      named += 1;
      return `0x${(0xa0000000 + named).toString(16)}`;
    });
    const struck = round % every === strikeAt;
    const moment = (): Promise<unknown> => {
      const ms = random.below(50);
      if (random.next() < 0.5) return wait(random.below(1.5 * typicalMs));
      return world.untilBegun(purpose).then(() => wait(ms));
    };
    const since = process.hrtime.bigint();
    for (const name of names) await world.queue(purpose, name);
    const [acknowledged] = await Promise.all([
      moment().then(() =>
        world.withdraw(purpose, pseudonym === null ? names : [pseudonym]),
      ),
      struck ? moment().then(() => source.strike(world)) : undefined,
    ]);
    const arrival = world.arrivals.find(
      ({ body, moment }) =>
        moment > since && acknowledged.marks.some((mark) => body.includes(mark)),
    );
    typicalMs = arrival
      ? 0.8 * typicalMs + 0.2 * (Number(arrival.moment - since) / 1e6)
      : Math.min(3_000, 1.2 * typicalMs);
    withdrawals.push(acknowledged);
    if (struck) strikes += 1;
  }
  return { withdrawals, strikes };
}
