import type { Transmission } from "../../contract/transmission.ts";
import { type OutcomeMark, outcomeMark } from "./outcomeMark.ts";

/** What was sent in a month, in the reader's own time. */
export interface MonthOfReports {
  /** The first day of the month. */
  readonly start: Date;
  /** How many attempts to send a report came to what. */
  readonly counts: Readonly<Record<OutcomeMark, number>>;
  /** Whether every entry of the month has been read. */
  readonly isRead: boolean;
}

/** What a month comes to: `unread` where what was not read may say otherwise. */
export type MonthMark = OutcomeMark | "nothing" | "unread";

/**
 * The twelve months that end with that of `now`, oldest first. Deletion requests are no
 * reports, and are not counted.
 *
 * @param entries of one purpose, as far as they have been read.
 * @param readBackTo the time of the oldest entry that was read, of whichever purpose; all of
 * them, where it is undefined.
 */
export function yearOfReports(
  entries: readonly Transmission[],
  readBackTo: string | undefined,
  now: Date,
): readonly MonthOfReports[] {
  const limit = readBackTo === undefined ? undefined : Date.parse(readBackTo);
  return Array.from({ length: 12 }, (_, index) => {
    const start = new Date(now.getFullYear(), now.getMonth() - 11 + index, 1);
    const end = new Date(start.getFullYear(), start.getMonth() + 1, 1);
    const counts = { sent: 0, failed: 0, open: 0 };
    for (const entry of entries) {
      const at = Date.parse(entry.at);
      const isWithin = at >= start.getTime() && at < end.getTime();
      if (isWithin && entry.kind !== "erasure") counts[outcomeMark(entry)] += 1;
    }
    return { start, counts, isRead: limit === undefined || limit < start.getTime() };
  });
}

/** One mark for a month in which one report is due: that it was sent outweighs attempts. */
export function monthMark({ counts, isRead }: MonthOfReports): MonthMark {
  if (counts.sent > 0) return "sent";
  if (!isRead) return "unread";
  if (counts.open > 0) return "open";
  return counts.failed > 0 ? "failed" : "nothing";
}
