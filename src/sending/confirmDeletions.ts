import { advanceDeletions, answeredDeletions } from "../panel/rules/advanceDeletions.ts";
import type { StoreReading } from "../panel/store/panelStore.ts";
import type { SenderContext } from "./senderContext.ts";

/**
 * Asks the store to rid its own files of what is gone, and confirms the deletions that the
 * vendor had answered before: the ids are read first, for others may be answered meanwhile.
 */
export function createConfirmDeletions({ store, uuid, attempt }: SenderContext) {
  return async ({ purposes }: Pick<StoreReading, "purposes">): Promise<void> => {
    const answered = Object.entries(purposes).map(
      ([purpose, reading]) => [purpose, answeredDeletions(reading)] as const,
    );
    await attempt(async () => {
      if (!(await store.purge())) {
        throw new Error("Deleted data are still in files that something else reads.");
      }
      for (const [purpose, ids] of answered) {
        if (ids.length === 0) continue;
        await store.change(purpose, (snapshot) => advanceDeletions(snapshot, ids, uuid));
      }
    });
  };
}
