import { setTimeout as wait } from "node:timers/promises";
import type { PostgresServer } from "./postgresServer.ts";
import type { ReplicaWorld } from "./replicaWorld.ts";

export const faults = [
  "none",
  "kill -9",
  "SIGSTOP",
  "pg_terminate_backend",
  "restart of PostgreSQL",
  "SIGSTOP, session ended",
] as const;
export type Fault = (typeof faults)[number];

/** What a fault does, and counts of it. */
export interface FaultSource {
  /** What the replicas are started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Has the fault come at a replica of a world; one that comes by itself is let come. */
  readonly strike: (world: ReplicaWorld) => Promise<void>;
  /** Watches a world for what calls for more of the fault, until it is told to stop. */
  readonly attend: (world: ReplicaWorld) => () => Promise<void>;
}

/**
 * @param every A replica is stopped once in so many sends, where it stops.
 */
export function sourceOf(
  fault: Fault,
  server: PostgresServer,
  every: number,
): FaultSource {
  const stops = fault === "SIGSTOP" || fault === "SIGSTOP, session ended";
  let restarting: Promise<void> | undefined;
  return {
    env: stops ? { STOP_CHANCE: String(1 / every) } : {},
    strike: async (world) => {
      if (fault === "kill -9") world.killOne();
      if (fault === "pg_terminate_backend") await world.terminate();
      if (fault !== "restart of PostgreSQL") return;
      restarting ??= server.restart().finally(() => {
        restarting = undefined;
      });
      await restarting;
    },
    attend: (world) =>
      fault === "SIGSTOP, session ended" ? endWhatStops(world) : async () => undefined,
  };
}

/** Ends the sessions of a world's replicas soon after one of them was stopped. */
function endWhatStops(world: ReplicaWorld): () => Promise<void> {
  let isOver = false;
  let seen = 0;
  const watch = async () => {
    while (!isOver) {
      const noted = await world.noted();
      if (noted.slice(seen).some(({ what }) => what === "stops")) await world.terminate();
      seen = noted.length;
      await wait(50);
    }
  };
  const watching = watch();
  return async () => {
    isOver = true;
    await watching;
  };
}
