import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFailed, test } from "vitest";
import { purposes, startHistoryWorld } from "./support/historyWorld.ts";
import { createRandom, type Random } from "./support/random.ts";

const isDeep = process.env.KLARTEXT_DEEP === "1";
const panels = isDeep ? 3 : 2;
const histories = isDeep ? 334 : 6;
const kills = isDeep ? 84 : 3;
const seed = Number(process.env.HISTORY_SEED ?? Date.now() % 1_000_000);

type World = Awaited<ReturnType<typeof startHistoryWorld>>;

const acts = ["grant", "grant", "crash", "crash", "refuse", "withdraw", "pause"] as const;

/** A random history of one purpose, which ends withdrawn. */
async function runHistory(
  world: World,
  random: Random,
  isKilled: boolean,
  told: string[],
): Promise<void> {
  const purpose = random.pick(purposes);
  const steps = 2 + random.below(4);
  const killAt = isKilled ? random.below(steps + 1) : -1;
  told.push(`${purpose}:`);
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
    const isBefore = random.next() < 0.5;
    if (isBefore) killSoon(step);
    await perform(step === 0 ? "grant" : random.pick(acts));
    if (!isBefore) killSoon(step);
  }
  told.push("deliver");
  await world.deliver(purpose);
  killSoon(steps);
  told.push("withdraw at the end");
  await world.withdraw(purpose);
  await killed;
  told.push("erase");
  await world.erase(purpose);
}

/** So many histories on a panel of its own; its lines are kept in `told`. */
async function runPanel(seedOfPanel: number, told: string[]): Promise<World> {
  const random = createRandom(seedOfPanel);
  const world = await startHistoryWorld(random);
  const every = histories / kills;
  for (let history = 0; history < histories; history += 1) {
    const isKilled = Math.floor((history + 1) / every) > Math.floor(history / every);
    await runHistory(world, random, isKilled, told);
    expect(await world.traces()).toEqual([]);
  }
  return world;
}

describe("random histories of consent, with a panel that is killed with SIGKILL", () => {
  test(`lose nothing, send nothing after a withdrawal, and leave no trace (${panels} × ${histories})`, {
    timeout: isDeep ? 1_400_000 : 60_000,
  }, async () => {
    const told = Array.from({ length: panels }, (): string[] => []);
    onTestFailed(() => {
      console.error(`Repeat the plans with HISTORY_SEED=${seed}. The last acts were:`);
      for (const lines of told) console.error(lines.slice(-20).join(" "));
    });
    const worlds = await Promise.all(
      told.map((lines, index) => runPanel(seed + index, lines)),
    );

    expect(worlds.some((world) => world.arrivals() > 0)).toBe(true);
    for (const world of worlds) {
      expect(world.kills()).toBe(kills);
      expect(world.late()).toEqual([]);
      console.info(`${histories} histories, ${kills} kills, ${world.arrivals()} arrived`);
    }
  });
});
