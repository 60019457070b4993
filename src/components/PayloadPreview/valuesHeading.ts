import { headingOfValues } from "../../describe/headingOfValues.ts";
import type { WordKey } from "../../i18n/wordKey.ts";
import type { PayloadContent } from "./types.ts";

/** How the values are headed; as what would be sent while there are none yet. */
export function valuesHeading(content: PayloadContent, isEffective: boolean): WordKey {
  const kind = content.status === "shown" ? content.payload.kind : "next";
  return headingOfValues(kind, isEffective);
}
