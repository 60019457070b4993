/** The longest wait between two attempts, in milliseconds. */
const maxBackoffMs = 30_000;

/** A withdrawal waits no longer than this, whatever it is asked to. */
const maxAskedMs = 60_000;

/**
 * How long to wait before attempt `attempt + 1`, in milliseconds: twice as long each time,
 * with a part of it left to chance, and not before `retryAfter` (RFC 9110 § 10.2.3).
 */
export function retryDelay(
  attempt: number,
  retryAfter: number | undefined,
  chance: number = Math.random(),
): number {
  const backedOff = Math.min(maxBackoffMs, 1_000 * 2 ** attempt) * (1 + chance / 4);
  return Math.max(backedOff, Math.min(maxAskedMs, retryAfter ?? 0));
}
