import { escapeUnreadable } from "../payload/serializePayload.ts";

/**
 * A foreign text as a terminal can show it: what cannot be seen, reorders, or would steer the
 * terminal is `\uXXXX`; its lines stay.
 */
export function readableLines(text: string): string {
  return text.split("\n").map(escapeUnreadable).join("\n");
}
