export { createPanel, type Panel } from "./createPanel.ts";
export {
  NotAvailableHere,
  type PanelOptions,
  type PanelRequest,
  type Payloads,
  type SendingFacts,
} from "./panelOptions.ts";
export type { PayloadValue } from "./payloadBytes.ts";
export type { Enqueued } from "./rules/enqueueReport.ts";
export {
  createMemoryStore,
  type MemoryStore,
  type MemoryStoreOptions,
} from "./store/memoryStore.ts";
export {
  type Change,
  type Entry,
  type Item,
  LaneTaken,
  type Log,
  type Name,
  type OpenSend,
  type PanelStore,
  type PurposeReading,
  type Snapshot,
  type StoredEntry,
  type StoreReading,
  type StoreRow,
} from "./store/panelStore.ts";
export {
  StoreError,
  type StoreErrorParts,
  type StoreFailure,
} from "./store/storeError.ts";
