import { type Loose, type Plant, tellsEntry } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";

export const tellsRecord = (to: (entry: Loose, at: number) => Loose): Plant =>
  tellsEntry(is.history, to);
