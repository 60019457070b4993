import type { WatchedWrite } from "./watchPanel.ts";

/** A time in which consent stood, from the asking for it to the answer that it is over. */
interface ConsentTime {
  readonly from: number;
  /** Infinite while it stands. */
  readonly until: number;
}

/** When consent to a purpose stood, by the decisions that were made and how they were answered. */
export function consentTimes(
  writes: readonly WatchedWrite[],
  purpose: string,
): readonly ConsentTime[] {
  const times: ConsentTime[] = [];
  let from: number | undefined;
  for (const write of writes) {
    if (write.purpose !== purpose || write.status === undefined) continue;
    if (write.status === "granted") from ??= write.began;
    else if (from !== undefined) {
      times.push({ from, until: write.ended });
      from = undefined;
    }
  }
  return from === undefined
    ? times
    : [...times, { from, until: Number.POSITIVE_INFINITY }];
}
