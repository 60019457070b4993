import { setTimeout as wait } from "node:timers/promises";

interface Killed {
  /** Resolves to where the process is that runs now. */
  readonly ready: () => Promise<{ readonly address: string }>;
}

/** Does something at the panel that runs then; after a kill, once more. */
export async function despiteKills<Result>(
  panel: Killed,
  act: (address: string) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const { address } = await panel.ready();
    try {
      return await act(address);
    } catch (error) {
      if (!isOfKill(error)) throw error;
      await wait(5);
    }
  }
}

/** Whether a connection ended as it does with the process at its other end. */
export function isOfKill(error: unknown): boolean {
  return error instanceof Error && /ECONN|EPIPE/.test(String(Reflect.get(error, "code")));
}
