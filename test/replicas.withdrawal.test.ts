import { afterAll, beforeAll, describe, expect, onTestFailed, test } from "vitest";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { type Fault, faults } from "./support/replicaFaults.ts";
import { withdrawAtRandom } from "./support/withdrawAtRandom.ts";
import { type RunFigures, tableOf } from "./support/withdrawalFigures.ts";

const isDeep = process.env.KLARTEXT_DEEP === "1";
const withdrawals = Number(process.env.WITHDRAWALS ?? (isDeep ? 1_000 : 4));
const panels = isDeep ? 2 : 1;
/** On a machine that has much else to do, a short one lets few reports leave. */
const sendLimitMs = Number(process.env.SEND_LIMIT_MS ?? (isDeep ? 1_000 : 500));
const every = isDeep ? 25 : 2;
const seed = Number(process.env.WITHDRAWAL_SEED ?? Date.now() % 1_000_000);

/**
 * A process that is stopped between its last check and its write, and whose session the
 * database ends meanwhile, cannot be told from one that is gone: what it writes when it goes
 * on is counted, and nothing is promised.
 */
const isPromised = (fault: Fault) => fault !== "SIGSTOP, session ended";

let server: PostgresServer & { readonly remove: () => Promise<void> };
const runs: RunFigures[] = [];

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  console.info(tableOf(runs));
  await server.remove();
});

describe("two replicas, one database, and a withdrawal at a random moment at either", () => {
  test.each(faults)(
    `%s (${withdrawals} withdrawals)`,
    {
      timeout: isDeep ? 1_400_000 : 60_000,
    },
    async (fault) => {
      onTestFailed(() => {
        console.error(`Repeat the plans with WITHDRAWAL_SEED=${seed}.`);
      });
      const run = await withdrawAtRandom({
        ...{ server, fault, withdrawals, panels, sendLimitMs, every, seed },
      });
      runs.push(run);

      expect(run.tookMs.length).toBeGreaterThanOrEqual(withdrawals);
      if (isPromised(fault)) expect(run.wrote).toEqual([]);
    },
  );

  // Of a few withdrawals on a busy machine, none may meet a report under one of the faults.
  test("met reports that had begun", () => {
    expect(runs.reduce((sum, { begun }) => sum + begun, 0)).toBeGreaterThan(0);
  });
});
