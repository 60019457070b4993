import type { Exchange } from "../exchange.ts";

/** An answer that takes longer than this makes a run of many minutes, in milliseconds. */
const long = 1_000;

export function diagnoseTime(exchanges: readonly Exchange[]): readonly string[] {
  const times = exchanges.map(({ took }) => took).toSorted((one, other) => one - other);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  return median > long
    ? [`half of ${times.length} answers took more than ${(median / 1000).toFixed(1)} s`]
    : [];
}
