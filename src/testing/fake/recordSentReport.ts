import { readPurposeData } from "../../panel/rules/purposeData.ts";
import type { MemoryStore } from "../../panel/store/memoryStore.ts";

/** Notes that a report was sent, so that a vendor holds data from then on. */
export function recordSentReport(
  store: MemoryStore,
  purpose: string,
  lastSentAt: string,
): void {
  store.changeNow(purpose, ({ state }) => {
    const data = readPurposeData(state);
    return { result: undefined, state: { ...data, lastSentAt, attempted: [null] } };
  });
}
