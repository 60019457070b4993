import {
  advanceDeletions,
  answeredDeletions,
} from "../../panel/rules/advanceDeletions.ts";
import { readItemData } from "../../panel/rules/itemData.ts";
import { readPurposeData } from "../../panel/rules/purposeData.ts";
import type { MemoryStore } from "../../panel/store/memoryStore.ts";

/** How the vendor's deletion went on. */
export type DeletionOutcome =
  | { readonly state: "confirmed"; readonly deleted: number }
  | { readonly state: "failed"; readonly nextAttemptAt: string }
  | { readonly state: "under-way" };

/** Lets every open deletion of a purpose go on; a confirmed one is recorded. */
export function applyDeletion(
  store: MemoryStore,
  purpose: string,
  outcome: DeletionOutcome,
  uuid: () => string,
): void {
  store.changeNow(purpose, ({ state, items, now }) => {
    const data = readPurposeData(state);
    const erasures = items.filter((item) => readItemData(item.data).kind === "erasure");
    const confirmed = outcome.state === "confirmed";
    const answered = confirmed
      ? { answeredAt: now.toISOString(), deleted: outcome.deleted, nextAttemptAt: null }
      : { nextAttemptAt: outcome.state === "failed" ? outcome.nextAttemptAt : null };
    const deletions = data.deletions.map((one) =>
      one.confirmedAt === null ? { ...one, ...answered } : one,
    );
    return {
      result: undefined,
      state: { ...data, deletions },
      drop: confirmed ? erasures.map(({ id }) => id) : [],
      forget: confirmed ? erasures.flatMap((item) => item.uuid ?? []) : [],
    };
  });
  store.changeNow(purpose, (snapshot) =>
    advanceDeletions(snapshot, answeredDeletions(snapshot), uuid),
  );
}
