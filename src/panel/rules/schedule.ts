/** The most that a monthly report is put off, so that not all servers report at once. */
export const maxJitterMs = 60 * 60 * 1000;

const firstWaitMs = 5_000;
/** The longest wait between two attempts. */
export const maxWaitMs = 60 * 60 * 1000;

/**
 * When the next monthly report is due: in the first calendar month in which the day and
 * time of the grant come after `after`, put off by the jitter (fact S3). A day that the
 * month lacks is its last: 31 January, 28 February, 31 March. All in UTC. A server that
 * was off for months has missed one report, not several.
 */
export function nextMonthly(granted: Date, after: Date, jitterMs: number): Date {
  let months = Math.max(1, monthsBetween(granted, after));
  while (addMonths(granted, months) <= after) months += 1;
  return new Date(addMonths(granted, months).getTime() + jitterMs);
}

/**
 * How long to wait after so many attempts that failed: twice as long each time, up to an
 * hour, and of that between a half and the whole, by chance.
 *
 * @param attempts At least 1.
 * @param random From 0 to less than 1.
 */
export function backoff(attempts: number, random: number): number {
  const wait = Math.min(maxWaitMs, firstWaitMs * 2 ** (attempts - 1));
  return Math.round(wait * (0.5 + random / 2));
}

function monthsBetween(from: Date, to: Date): number {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  return years * 12 + to.getUTCMonth() - from.getUTCMonth();
}

function addMonths(date: Date, months: number): Date {
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  moved.setUTCDate(Math.min(date.getUTCDate(), daysIn(moved)));
  return moved;
}

function daysIn(month: Date): number {
  return new Date(
    Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0),
  ).getUTCDate();
}
