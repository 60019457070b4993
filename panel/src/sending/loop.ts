const longestTimer = 24 * 60 * 60 * 1000;

export interface LoopParts {
  /** Does what is due and resolves when it has ended. */
  readonly work: () => Promise<void>;
  /** When something falls due, in any order. */
  readonly times: () => readonly Date[];
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
  /** Runs something later and returns what cancels it. @default `setTimeout` */
  readonly setTimer?: ((run: () => void, ms: number) => () => void) | undefined;
}

/** Works whenever something falls due, once it was started. */
export function createLoop({
  work,
  times,
  now,
  report,
  setTimer = startTimer,
}: LoopParts) {
  const ticks = new Set<Promise<void>>();
  let state: "idle" | "running" | "closed" = "idle";
  let cancelTimer = () => {};

  async function tick(): Promise<void> {
    if (state === "closed") return;
    const run = work().finally(() => ticks.delete(run));
    ticks.add(run);
    return run;
  }
  /** Sets the timer for what falls due next; call it after every change. */
  function arm(): void {
    cancelTimer();
    if (state !== "running") return;
    const next = times().map((at) => at.getTime() - now().getTime());
    if (next.length === 0) return;
    const wait = Math.min(Math.max(0, Math.min(...next)), longestTimer);
    cancelTimer = setTimer(() => void tick().catch(report), wait);
  }
  return {
    tick,
    arm,
    start(): void {
      state = "running";
      arm();
    },
    /** Starts nothing more and resolves when what runs has ended. */
    async close(): Promise<void> {
      state = "closed";
      cancelTimer();
      await Promise.allSettled(ticks);
    },
  };
}

function startTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
