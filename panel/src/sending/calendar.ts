import type { Store } from "../database.ts";
import { largestJitterMs, nextMonthly } from "./schedule.ts";
import { createTables } from "./tables.ts";

interface Row {
  readonly purpose: string;
  readonly granted_at: string;
  readonly next_at: string;
}

/** When the monthly reports are due (fact S3). It outlives restarts. */
export function createCalendar(store: Store) {
  createTables(store);
  const insert = store.prepare("INSERT OR IGNORE INTO calendar VALUES (?, ?, ?)");
  const select = store.prepare<[string], Row>("SELECT * FROM calendar WHERE purpose = ?");
  const setNext = store.prepare("UPDATE calendar SET next_at = ? WHERE purpose = ?");
  const remove = store.prepare("DELETE FROM calendar WHERE purpose = ?");

  return {
    /** Begins at once; where it has begun, as after an outdated grant, it goes on. */
    begin: (purpose: string, now: Date): void =>
      void insert.run(purpose, now.toISOString(), now.toISOString()),
    nextAt: (purpose: string): Date | null => {
      const row = select.get(purpose);
      return row ? new Date(row.next_at) : null;
    },
    /** Moves on to the next month that is still to come. */
    advance(purpose: string, now: Date, random: () => number): void {
      const row = select.get(purpose);
      if (!row) return;
      const jitter = Math.floor(random() * largestJitterMs);
      const next = nextMonthly(new Date(row.granted_at), now, jitter);
      setNext.run(next.toISOString(), purpose);
    },
    postpone: (purpose: string, until: Date): void =>
      void setNext.run(until.toISOString(), purpose),
    end: (purpose: string): void => void remove.run(purpose),
  };
}

export type Calendar = ReturnType<typeof createCalendar>;
