import type { PurposeReading, StoreReading } from "../store/panelStore.ts";

const untouched: PurposeReading = { state: null, by: null, items: [], open: [] };

/** One purpose of a reading; one that was never changed is as on a fresh install. */
export function purposeReading({ purposes }: StoreReading, id: string): PurposeReading {
  return (Object.hasOwn(purposes, id) && purposes[id]) || untouched;
}
