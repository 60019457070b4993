import type { Transmission } from "../../contract/transmission.ts";
import { attemptEnd, attemptEntry } from "../../panel/rules/entrySchemas.ts";
import { type ItemData, itemData } from "../../panel/rules/itemData.ts";
import type { MemoryStore } from "../../panel/store/memoryStore.ts";
import type { Entry, Item } from "../../panel/store/panelStore.ts";

/** An attempt of the log with its bytes, while they are kept. */
export interface KeptTransmission {
  readonly entry: Transmission;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Writes attempts into the store, as if they had been made; `kept` is newest first. */
export function seedTransmissions(
  store: MemoryStore,
  kept: readonly KeptTransmission[],
  uuid: () => string,
): void {
  for (const { entry, bytes } of kept.toReversed()) {
    const item = uuid();
    const { id, purpose, outcome, status, signature, ...rest } = entry;
    const begun: Entry = {
      ...{ id, log: "transmission", data: attemptEntry.parse({ ...rest, item }) },
      ...(bytes ? { bytes } : {}),
    };
    const tls = status === null ? "not-reached" : "verified";
    const data = { at: entry.at, outcome, status, tls, signature };
    const ended: Entry = {
      ...{ id: uuid(), log: "transmission", ends: id, data: attemptEnd.parse(data) },
    };
    store.changeNow(purpose, () => ({
      result: undefined,
      append: outcome === "pending" ? [begun] : [begun, ended],
      put: entry.nextAttemptAt === null ? [] : [waiting(item, entry, bytes)],
    }));
  }
}

function waiting(
  id: string,
  { id: lastAttempt, kind, at: queuedAt, nextAttemptAt }: Transmission,
  bytes: Uint8Array<ArrayBuffer> | null,
): Item {
  const given = { kind, queuedAt, attempts: 1, nextAttemptAt, lastAttempt, vendor: null };
  const data: ItemData = itemData.parse(given);
  return { id, uuid: null, data, bytes: bytes ?? new Uint8Array() };
}
