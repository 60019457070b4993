export interface LoopParts {
  /** Does what is due and resolves when it has ended. */
  readonly work: () => Promise<void>;
  /** How many milliseconds until something falls due. */
  readonly wait: () => Promise<number>;
  /** Runs something later and returns what cancels it. @default `setTimeout` */
  readonly setTimer?: ((run: () => void, ms: number) => () => void) | undefined;
}

/** Works whenever something falls due, once it was started. */
export function createLoop({ work, wait, setTimer = startTimer }: LoopParts) {
  const works = new Set<Promise<void>>();
  let state: "idle" | "running" | "closed" = "idle";
  let cancelTimer = () => {};

  /** Sets the timer for what falls due next; call it after every change. */
  async function arm(): Promise<void> {
    if (state === "running") set(await wait());
  }
  function set(ms: number): void {
    cancelTimer();
    if (state === "running") cancelTimer = setTimer(() => void tick(), ms);
  }
  async function tick(): Promise<void> {
    if (state === "closed") return;
    const own = work().then(arm);
    works.add(own);
    void own.finally(() => works.delete(own));
    await Promise.all(works);
  }
  return {
    arm,
    tick,
    /** Works at once, and from now on by itself. */
    start(): void {
      if (state === "idle") state = "running";
      set(0);
    },
    /** Starts nothing more and resolves when what runs has ended. */
    async close(): Promise<void> {
      state = "closed";
      cancelTimer();
      await Promise.all(works);
    },
  };
}

function startTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
