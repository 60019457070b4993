import type { KlartextError } from "./errors.ts";
import { retryDelay } from "./retryDelay.ts";

/** Why what waits goes on: its time has come, or the person asks for it. */
export type Wake = "asked" | "due";

/** The pauses between the attempts of a wish, which can be cut short. */
export interface Pauses {
  /** Resolves when the attempt after `attempt` is due, or is woken. */
  readonly pause: (attempt: number, error: KlartextError) => Promise<Wake>;
  /** Resolves when the person asks for the next attempt, whatever is being read before it. */
  readonly asked: () => Promise<"asked">;
  readonly wake: (why: Wake) => void;
}

/** `wait` resolves after so many milliseconds, or when there is reason to try earlier. */
export function createPauses(
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
): Pauses {
  const waiting = new Set<(why: Wake) => void>();
  /** Whether the person has asked while an attempt was under way: the next one follows it. */
  let isAsked = false;
  /** Passes over the reading before an attempt. */
  let passOver: () => void = () => {};

  return {
    pause: async (attempt, { retryAfter }) => {
      // Before the first one has failed there was nothing to ask for: that was another wish.
      const isAskedAgain = isAsked && attempt > 0;
      isAsked = false;
      if (isAskedAgain) return "asked";
      const controller = new AbortController();
      const due = wait(retryDelay(attempt, retryAfter), controller.signal);
      let wakeUp: (why: Wake) => void = () => {};
      try {
        return await new Promise<Wake>((resolve) => {
          wakeUp = resolve;
          waiting.add(wakeUp);
          void due.then(() => resolve("due"));
        });
      } finally {
        waiting.delete(wakeUp);
        controller.abort();
      }
    },
    asked: () =>
      new Promise<"asked">((resolve) => {
        passOver = () => resolve("asked");
      }),
    wake: (why) => {
      if (why === "asked") isAsked = waiting.size === 0;
      for (const wakeUp of [...waiting]) wakeUp(why);
      if (why === "asked") passOver();
    },
  };
}
