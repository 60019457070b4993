import { PanelUnreachable } from "./errors.ts";

/**
 * Runs something that ends in `timeout` milliseconds, or earlier when `outer` says so,
 * whether it listens to its signal or not; when it fails, what it holds open is ended too.
 * It does without `AbortSignal.any`, which not every supported browser has.
 *
 * @throws {PanelUnreachable} when the time is up; the reason of `outer` when that ends it.
 */
export async function withDeadline<T>(
  run: (signal: AbortSignal) => Promise<T>,
  timeout: number,
  outer?: AbortSignal,
): Promise<T> {
  outer?.throwIfAborted();
  const limit = AbortSignal.timeout(timeout);
  const controller = new AbortController();
  const listening = new AbortController();
  const { signal } = listening;
  const ended = new Promise<never>((_resolve, reject) => {
    const end = (by: AbortSignal, reason: unknown) => {
      controller.abort(by.reason);
      reject(reason);
    };
    limit.addEventListener(
      "abort",
      () => end(limit, new PanelUnreachable(limit.reason)),
      {
        signal,
      },
    );
    outer?.addEventListener("abort", () => end(outer, outer.reason), { signal });
  });
  try {
    return await Promise.race([ended, run(controller.signal)]);
  } catch (error) {
    controller.abort(error);
    throw error;
  } finally {
    listening.abort();
  }
}
