import { type Loose, type Plant, tells } from "../../faultyPanel/faults.ts";
import { any, is, type Where } from "../../faultyPanel/requestHop.ts";

export const isList = any(is.history, is.log);

export const tellsEntries = (where: Where, to: (entries: Loose[]) => Loose[]): Plant =>
  tells(where, (page) => ({ ...page, entries: to(page.entries) }));
