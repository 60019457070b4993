import { unreadable } from "../policy/unreadable.ts";

export { unreadable };

/** Any JSON value. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Almost every text is of these alone, which takes no time to find out. */
export const plain = /^[\n\t -~]*$/;

/**
 * Makes the text that travels, and that a person can read: JSON with one value a line and
 * one final newline, invisible and reordering characters as `\uXXXX` (RFC 8259 § 7).
 * Sender and preview have no other road from a value to bytes.
 */
export function serializePayload(value: Json): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(unreadable, (found) => (found === "\n" ? found : escaped(found)))}\n`;
}

/** A foreign text as words can hold it: what cannot be seen or reorders is `\uXXXX`. */
export function escapeUnreadable(text: string): string {
  return text.replace(unreadable, escaped);
}

function escaped(characters: string): string {
  return [...Array(characters.length).keys()]
    .map((index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}
