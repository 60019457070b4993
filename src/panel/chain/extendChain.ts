import type { ChainEvent, StoreRow } from "../store/panelStore.ts";
import { eventDigest, firstHead, nextHead } from "./chainEvent.ts";

/** Where an entry stands in the chain. */
export interface ChainLink {
  readonly entry: string;
  readonly number: number;
  readonly head: string;
  readonly name: string | null;
  readonly migrated: boolean;
}

/** The links of events that follow those that a store has, in their order. */
export function extendChain(
  { number, head }: Pick<StoreRow, "number" | "head">,
  events: readonly ChainEvent[],
): readonly ChainLink[] {
  let last = { number: number ?? 0, head: head ?? firstHead };
  return events.map((event) => {
    last = { number: last.number + 1, head: nextHead(last.head, eventDigest(event)) };
    return { entry: event.id, name: event.name, migrated: event.migrated, ...last };
  });
}
