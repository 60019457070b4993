import { type ChainLink, eventOf, extendChain } from "../panel/chain/index.ts";
import { type EntryRow, type NameRow, toJson, toName } from "./rows.ts";

/** An entry that was there before there was a chain, ends included, in the order of a store. */
export interface OldEntry
  extends NameRow,
    Pick<EntryRow, "id" | "log" | "purpose" | "data"> {
  readonly ends: string | null;
}

/** The links with which such entries enter the chain, marked as migrated. */
export function linkOldEntries(entries: readonly OldEntry[]): readonly ChainLink[] {
  return extendChain(
    { number: null, head: null },
    entries.map(({ id, log, purpose, ends, data, ...name }) => {
      const by = toName(name);
      const entry = { id, log, data: toJson(data), ...(ends !== null && { ends }) };
      return eventOf({ ...entry, ...(by && { by }) }, purpose, true);
    }),
  );
}
