import type { Change, StoreRow } from "../store/panelStore.ts";
import { eventOf } from "./chainEvent.ts";
import { type ChainLink, extendChain } from "./extendChain.ts";

/** What a change adds to the chain: every entry that it appends, in the order of a store. */
export function linksOf(
  store: Pick<StoreRow, "number" | "head">,
  purpose: string,
  { append = [], begin }: Pick<Change<unknown>, "append" | "begin">,
): readonly ChainLink[] {
  const entries = begin ? [...append, begin.entry] : append;
  return extendChain(
    store,
    entries.map((entry) => eventOf(entry, purpose)),
  );
}
