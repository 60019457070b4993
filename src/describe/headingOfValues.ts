import type { PayloadKind } from "../contract/payloadKind.ts";
import type { WordKey } from "../i18n/wordKey.ts";

/** How the values are headed: by what the bytes are, and whether consent stands. */
export function headingOfValues(kind: PayloadKind, isEffective: boolean): WordKey {
  if (kind === "next" && isEffective) return "payload.heading.planned";
  return `payload.heading.${kind}`;
}
