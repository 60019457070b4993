import type { Transmission } from "../../contract/transmission.ts";

/** The report that one can be compared with, or why there is none. */
export type ReportBefore =
  | { readonly status: "found"; readonly entry: Transmission }
  /** `first`: none is older. `deleted`: no older one has its bytes. `unread`: one may exist. */
  | { readonly status: "first" | "deleted" | "unread" };

/**
 * Finds the last report before `entry` whose bytes are kept: the one that was accepted, for
 * that is what the receiver has, else the one that was tried.
 *
 * @param entries of one purpose, newest first.
 * @param isWhole whether there is nothing older to read.
 */
export function reportBefore(
  entries: readonly Transmission[],
  entry: Transmission,
  isWhole: boolean,
): ReportBefore {
  const index = entries.findIndex(({ id }) => id === entry.id);
  const older = entries.slice(index + 1).filter(({ kind }) => kind === entry.kind);
  const kept = older.filter(({ body }) => body === "kept");
  const found = kept.find(({ outcome }) => outcome === "accepted") ?? kept[0];
  if (found) return { status: "found", entry: found };
  if (!isWhole) return { status: "unread" };
  return { status: older.length === 0 ? "first" : "deleted" };
}
