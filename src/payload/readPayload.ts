import type { Schema } from "../policy/schemaNode.ts";
import { type BrokenBytes, decodeUtf8 } from "./decodeUtf8.ts";
import type { Place } from "./explainPayload.ts";
import { explainText } from "./explainText.ts";
import { plain, unreadable } from "./serializePayload.ts";

/** The bytes as a text with its places, or why they are none. */
export type ReadPayload =
  | {
      readonly status: "readable";
      readonly text: string;
      readonly places: readonly Place[];
    }
  | { readonly status: "not-json"; readonly text: string; readonly offset: number }
  | { readonly status: "too-deep"; readonly text: string }
  | {
      readonly status: "not-utf8";
      readonly text: string;
      readonly broken: readonly BrokenBytes[];
    }
  | { readonly status: "too-large" }
  | { readonly status: "too-many-marks" };

/** The most bytes that a page shows; more can be saved. */
export const maxShownBytes = 5_000_000;

/** The most characters of a payload that a page names, for they cannot be read as they are. */
export const maxMarks = 10_000;

/** Bytes as a text that a page can show, or why it cannot. */
type ShownText =
  | Extract<ReadPayload, { status: "not-utf8" | "too-large" | "too-many-marks" }>
  | { readonly status: "text"; readonly text: string };

/** Reads bytes as they are; nothing is repaired (RFC 8259 § 8.1). */
export function readText(bytes: Uint8Array): ShownText {
  if (bytes.length > maxShownBytes) return { status: "too-large" };
  const { text, broken } = decodeUtf8(bytes, maxMarks);
  if (broken.length + countUnreadable(text) > maxMarks) {
    return { status: "too-many-marks" };
  }
  return broken.length > 0
    ? { status: "not-utf8", text, broken }
    : { status: "text", text };
}

/** Reads the bytes of a payload, and says of each of its values which item it belongs to. */
export function readPayload(bytes: Uint8Array, schema: Schema): ReadPayload {
  const read = readText(bytes);
  if (read.status !== "text") return read;
  const { text } = read;
  const explained = explainText(schema, text);
  return explained.status === "json"
    ? { status: "readable", text, places: explained.places }
    : { ...explained, text };
}

function countUnreadable(text: string): number {
  if (plain.test(text)) return 0;
  let count = 0;
  for (const { 0: found } of text.matchAll(unreadable)) {
    if (found !== "\n" && found !== "\t") count += 1;
    if (count > maxMarks) break;
  }
  return count;
}
