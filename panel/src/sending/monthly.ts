import type { Store } from "../database.ts";
import type { createAttempts, Standing } from "./attempts.ts";
import type { Calendar } from "./calendar.ts";
import type { Outbox } from "./outbox.ts";

const hour = 60 * 60 * 1000;

/** Reads what a monthly report holds; its bytes are made later, with the pseudonym. */
export type PrepareReport = (
  purpose: string,
) => Promise<(pseudonym: string | null) => { readonly bytes: Uint8Array }>;

export interface MonthlyParts {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly calendar: Calendar;
  readonly attempts: ReturnType<typeof createAttempts>;
  readonly standing: (purpose: string) => Standing;
  readonly prepare: PrepareReport;
  readonly requireDisclosed: (purpose: string, bytes: Uint8Array) => void;
  readonly now: () => Date;
  readonly random: () => number;
  readonly report: (error: unknown) => void;
}

/**
 * Queues a monthly report that is due; one that still waits is replaced. What cannot be
 * made, or is not what the policy discloses, is not sent, and tried again in an hour.
 */
export function createMonthly(parts: MonthlyParts) {
  const { store, outbox, calendar, attempts, standing, now } = parts;

  const isDue = (purpose: string): boolean => {
    const at = calendar.nextAt(purpose);
    return at !== null && at <= now() && standing(purpose).sending === "allowed";
  };
  return async (purpose: string): Promise<void> => {
    if (!isDue(purpose)) return;
    try {
      const build = await parts.prepare(purpose);
      store
        .transaction(() => {
          if (!isDue(purpose)) return;
          const { pseudonym } = standing(purpose);
          const { bytes } = build(pseudonym);
          parts.requireDisclosed(purpose, bytes);
          attempts.dropWaiting(purpose);
          outbox.addReport(purpose, pseudonym, bytes, now());
          calendar.advance(purpose, now(), parts.random);
        })
        .immediate();
    } catch (error) {
      parts.report(error);
      calendar.postpone(purpose, new Date(now().getTime() + hour));
    }
  };
}
