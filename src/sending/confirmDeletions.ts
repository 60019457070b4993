import { advanceDeletions } from "../panel/rules/advanceDeletions.ts";
import { readPurposeData } from "../panel/rules/purposeData.ts";
import type { StoreReading } from "../panel/store/panelStore.ts";
import type { SenderContext } from "./senderContext.ts";

/**
 * Confirms the deletions that the vendor has answered, once the store's own files are rid
 * of the UUID too.
 */
export function createConfirmDeletions({ store, uuid, attempt }: SenderContext) {
  let isPurged = false;

  const purge = async () => {
    isPurged = false;
    if (!(await store.purge())) {
      throw new Error("Deleted data are still in files that something else reads.");
    }
    isPurged = true;
  };
  return async ({ purposes }: Pick<StoreReading, "purposes">): Promise<void> => {
    const answered = Object.entries(purposes)
      .filter(([, { state }]) =>
        readPurposeData(state).deletions.some(
          ({ answeredAt, confirmedAt }) => answeredAt !== null && confirmedAt === null,
        ),
      )
      .map(([purpose]) => purpose);
    if (isPurged && answered.length === 0) return;
    await attempt(async () => {
      await purge();
      for (const purpose of answered) {
        await store.change(purpose, (snapshot) => advanceDeletions(snapshot, uuid));
      }
    });
  };
}
