/**
 * Lets those who wait share one reading. What somebody gets was never begun before they
 * asked: whoever asks while a reading is under way waits for the one after it.
 *
 * @returns rejects as that reading does; who asks afterwards has it read anew.
 */
export function shareReading<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;

  const begin = async () => {
    await underWay.catch(() => undefined);
    // Requests come in together, and each has to get as far as its reading.
    await new Promise((resolve) => setImmediate(resolve));
    next = undefined;
    const reading = read();
    underWay = reading;
    return reading;
  };
  return () => {
    next ??= begin();
    return next;
  };
}
