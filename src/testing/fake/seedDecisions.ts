import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import { decisionEntry } from "../../panel/rules/entrySchemas.ts";
import type { MemoryStore } from "../../panel/store/memoryStore.ts";
import type { Entry } from "../../panel/store/panelStore.ts";

/** Writes a history into the store, as if it had happened; `records` is newest first. */
export function seedDecisions(
  store: MemoryStore,
  records: readonly DecisionRecord[],
): void {
  for (const [purpose, found] of Map.groupBy(records, (record) => record.purpose)) {
    store.changeNow(purpose, () => ({
      result: undefined,
      append: found.toReversed().map(entryOf),
    }));
  }
}

function entryOf({ id, by, ...record }: DecisionRecord): Entry {
  const data = decisionEntry.parse({ ...record, ended: null });
  return { id, log: "decision", data, ...(by ? { by: { ...by, salt: "" } } : {}) };
}
