import { laneOf, mayLeave } from "../panel/rules/beginSend.ts";
import { readItemData } from "../panel/rules/itemData.ts";
import type { OtherReplicas } from "../panel/rules/otherReplicas.ts";
import { readPurposeData } from "../panel/rules/purposeData.ts";
import type { Item, StoreReading } from "../panel/store/panelStore.ts";
import type { SenderContext } from "./senderContext.ts";

export interface PlannedSend {
  readonly purpose: string;
  readonly item: string;
  readonly lane: string;
  readonly at: Date;
}

/** What waits and may leave, in free lanes, in the order in which it falls due. */
export function plannedSends(
  { purposes, standings }: Pick<StoreReading, "purposes" | "standings">,
  context: SenderContext,
): readonly PlannedSend[] {
  const taken = Object.values(purposes).flatMap(({ open }) =>
    open.map(({ lane }) => lane),
  );
  const planned = Object.entries(purposes).flatMap(([purpose, { state, items }]) =>
    items
      .filter((item) =>
        isAllowed(purpose, item, readPurposeData(state), context, { standings }),
      )
      .map((item) => ({
        ...{ purpose, item: item.id, lane: laneOf(purpose, item) },
        at: new Date(readItemData(item.data).nextAttemptAt),
      })),
  );
  return planned
    .filter(({ lane }) => !taken.includes(lane))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Whether an item may leave under the policy in force, by the decision as it was read. */
export function isAllowed(
  purpose: string,
  item: Pick<Item, "uuid" | "data">,
  data: ReturnType<typeof readPurposeData>,
  { activities, lockOf, vendor }: SenderContext,
  others: OtherReplicas,
): boolean {
  const isKnown = activities.some(({ id }) => id === purpose);
  if (!isKnown && readItemData(item.data).kind === "report") return false;
  return mayLeave(item, data, { lock: lockOf(purpose, others), vendor: vendor.id });
}
