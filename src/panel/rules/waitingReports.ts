import type { Snapshot } from "../store/panelStore.ts";
import { readItemData } from "./itemData.ts";

/** The reports of a purpose that were not delivered, oldest first. */
export function waitingReports({ items }: Pick<Snapshot, "items">) {
  return items.filter(({ data }) => readItemData(data).kind === "report");
}
