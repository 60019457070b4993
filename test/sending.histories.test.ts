import { setTimeout as wait } from "node:timers/promises";
import { describe, test } from "vitest";
import { purposes, startHistoryWorld } from "./support/historyWorld.ts";
import { createRandom, type Random } from "./support/random.ts";

const isDeep = process.env.KLARTEXT_DEEP === "1";
const panels = 2;
const histories = isDeep ? 500 : 12;
const kills = isDeep ? 125 : 4;
const seed = Number(process.env.HISTORY_SEED ?? Date.now() % 1_000_000);

type World = Awaited<ReturnType<typeof startHistoryWorld>>;

const acts = ["grant", "grant", "crash", "crash", "refuse", "withdraw", "pause"] as const;

/** A random history of one purpose, which ends withdrawn. */
async function runHistory(world: World, random: Random, isKilled: boolean) {
  const purpose = random.pick(purposes);
  const steps = 2 + random.below(4);
  const killAt = isKilled ? random.below(steps + 1) : -1;
  const told: string[] = [];
  let killed: Promise<void> | undefined;
  const killSoon = (step: number) => {
    if (step !== killAt) return;
    const ms = random.pick([0, random.below(10), random.below(60)]);
    told.push(`kill after ${ms} ms`);
    killed = wait(ms).then(world.kill);
  };
  const perform = (act: (typeof acts)[number]) => {
    told.push(act);
    if (act === "crash") return world.crash();
    return act === "pause" ? wait(random.below(40)) : world[act](purpose);
  };
  for (let step = 0; step < steps; step += 1) {
    killSoon(step);
    await perform(step === 0 ? "grant" : random.pick(acts));
  }
  await world.deliver(purpose);
  killSoon(steps);
  await world.withdraw(purpose);
  await killed;
  await world.erase(purpose);
  return `${purpose}: ${told.join(", ")}`;
}

describe("random histories of consent, with a panel that is killed with SIGKILL", () => {
  test.concurrent.for(Array.from({ length: panels }, (_, index) => index))(
    `lose nothing, send nothing after a withdrawal, and leave no trace (panel %i, ${histories} histories)`,
    { timeout: isDeep ? 1_400_000 : 60_000 },
    async (index, { expect, onTestFailed }) => {
      const random = createRandom(seed + index);
      const told: string[] = [];
      onTestFailed(() => {
        console.error(`Repeat the histories with HISTORY_SEED=${seed}. The last ones:`);
        console.error(told.slice(-3).join("\n"));
      });
      const world = await startHistoryWorld(random);
      const every = histories / kills;
      for (let history = 0; history < histories; history += 1) {
        const isKilled = Math.floor((history + 1) / every) > Math.floor(history / every);
        told.push(await runHistory(world, random, isKilled));
        expect(await world.traces()).toEqual([]);
      }

      expect(world.kills()).toBe(kills);
      expect(world.late()).toEqual([]);
      expect(world.arrivals()).toBeGreaterThan(histories / 3);
      if (isDeep)
        console.info(
          `${histories} histories, ${kills} kills, ${world.arrivals()} reports arrived.`,
        );
    },
  );
});
