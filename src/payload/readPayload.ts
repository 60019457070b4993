import type { Schema } from "../policy/schemaNode.ts";
import type { Place } from "./explainPayload.ts";
import { explainText } from "./explainText.ts";

/** The bytes as a text with its places, or why they are none. */
export type ReadPayload =
  | {
      readonly status: "readable";
      readonly text: string;
      readonly places: readonly Place[];
    }
  | { readonly status: "not-json"; readonly text: string; readonly offset: number }
  | { readonly status: "not-utf8" }
  | { readonly status: "too-large" };

/** The most bytes that a page shows; more can be saved. */
export const largestShown = 5_000_000;

/** Reads the bytes of a payload as they are; nothing is repaired (RFC 8259 § 8.1). */
export function readPayload(bytes: Uint8Array, schema: Schema): ReadPayload {
  if (bytes.length > largestShown) return { status: "too-large" };
  const text = decode(bytes);
  if (text === undefined) return { status: "not-utf8" };
  const explained = explainText(schema, text);
  return explained.status === "json"
    ? { status: "readable", text, places: explained.places }
    : { status: "not-json", text, offset: explained.offset };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
