import type { WordKey } from "../../i18n/wordKey.ts";
import type { PayloadContent } from "./types.ts";

/** How the values are headed: by what the bytes are, and whether consent stands. */
export function valuesHeading(content: PayloadContent, isEffective: boolean): WordKey {
  const kind = content.status === "shown" ? content.payload.kind : "next";
  if (kind === "next" && isEffective) return "payload.heading.planned";
  return `payload.heading.${kind}`;
}
