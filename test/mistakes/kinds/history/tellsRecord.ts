import { type Loose, type Plant, tellsEntry } from "../../world/faults.ts";
import { is } from "../../world/hop.ts";

export const tellsRecord = (to: (entry: Loose, at: number) => Loose): Plant =>
  tellsEntry(is.history, to);
