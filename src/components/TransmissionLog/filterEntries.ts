import type { Transmission } from "../../contract/transmission.ts";
import { outcomeMark } from "./outcomeMark.ts";

export const outcomeFilters = ["all", "accepted", "failed"] as const;
export const kindFilters = ["all", "report", "erasure"] as const;

/** Which entries are shown. */
export interface EntryFilter {
  readonly outcome: (typeof outcomeFilters)[number];
  readonly kind: (typeof kindFilters)[number];
}

export const everyEntry: EntryFilter = { outcome: "all", kind: "all" };

/** The entries that a filter lets through, in their order; what is unknown is in `all` alone. */
export function filterEntries(
  entries: readonly Transmission[],
  filter: EntryFilter,
): readonly Transmission[] {
  const wanted = { all: undefined, accepted: "sent", failed: "failed" }[filter.outcome];
  return entries.filter(
    (entry) =>
      (wanted === undefined || outcomeMark(entry) === wanted) &&
      (filter.kind === "all" || entry.kind === filter.kind),
  );
}
