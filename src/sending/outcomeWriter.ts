import { endSend, type SendResult } from "../panel/rules/endSend.ts";
import type { StoreReading } from "../panel/store/panelStore.ts";
import type { SenderContext } from "./senderContext.ts";

/**
 * Writes down how sends ended. What the store does not take is kept and written later; the
 * send stays open until then, and its lane taken.
 */
export function createOutcomeWriter({ store, uuid, random, attempt }: SenderContext) {
  const kept = new Map<
    string,
    { readonly purpose: string; readonly result: SendResult }
  >();

  const write = (purpose: string, entry: string, result: SendResult) =>
    store.change(purpose, (snapshot) =>
      endSend(snapshot, { entry, result, uuid, random: random() }),
    );
  const settle = async (entry: string): Promise<boolean> => {
    const waiting = kept.get(entry);
    if (!waiting) return true;
    const isWritten = await attempt(() => write(waiting.purpose, entry, waiting.result));
    if (isWritten) kept.delete(entry);
    return isWritten;
  };

  return {
    /** Resolves whether it is written down. */
    add: (purpose: string, entry: string, result: SendResult): Promise<boolean> => {
      kept.set(entry, { purpose, result });
      return settle(entry);
    },
    /** Writes down what the store did not take before. */
    retry: async (): Promise<void> => {
      for (const entry of kept.keys()) await settle(entry);
    },
    /** Ends sends whose process is gone: nobody saw how they ended. */
    endInterrupted: async ({ purposes }: StoreReading): Promise<void> => {
      for (const [purpose, { open }] of Object.entries(purposes)) {
        for (const { entry, ownerLives } of open) {
          if (ownerLives) continue;
          await attempt(() => write(purpose, entry.id, interrupted));
        }
      }
    },
  };
}

export type OutcomeWriter = ReturnType<typeof createOutcomeWriter>;

const interrupted: SendResult = {
  outcome: "interrupted",
  status: null,
  tls: "not-reached",
  signature: null,
};
