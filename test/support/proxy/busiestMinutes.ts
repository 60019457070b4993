import type { SeenRequest } from "./createFaultProxy.ts";

const minute = 60_000;

export interface Busy {
  readonly route: string;
  readonly requests: number;
  /** How often the person did something in that minute. */
  readonly acts: number;
}

/** Of each route, the minute in which it was asked most often beyond what acts explain. */
export function busiestMinutes(
  seen: readonly SeenRequest[],
  acts: readonly number[],
  perAct: number,
): readonly Busy[] {
  const routes = Map.groupBy(seen, ({ method, path }) => `${method} ${path}`);
  return [...routes].map(([route, requests]) => {
    const minutes = requests.map(({ at: end }): Busy => {
      const isWithin = (at: number) => at <= end && at > end - minute;
      return {
        route,
        requests: requests.filter(({ at }) => isWithin(at)).length,
        acts: acts.filter(isWithin).length,
      };
    });
    const excess = (one: Busy) => one.requests - perAct * one.acts;
    return minutes.reduce((most, one) => (excess(one) > excess(most) ? one : most));
  });
}
