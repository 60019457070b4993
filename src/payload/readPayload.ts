import type { Schema } from "../policy/schemaNode.ts";
import { explainPayload, type Place } from "./explainPayload.ts";
import type { Json } from "./serializePayload.ts";

/** The bytes as a text with its places, or why they are none. */
export type ReadPayload =
  | {
      readonly status: "readable";
      readonly text: string;
      readonly places: readonly Place[];
    }
  | { readonly status: "not-json"; readonly text: string }
  | { readonly status: "not-utf8" };

/** Reads the bytes of a payload as they are; nothing is repaired (RFC 8259 § 8.1). */
export function readPayload(bytes: Uint8Array, schema: Schema): ReadPayload {
  const text = decode(bytes);
  if (text === undefined) return { status: "not-utf8" };
  const value = parse(text);
  return value === undefined
    ? { status: "not-json", text }
    : { status: "readable", text, places: explainPayload(schema, value) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
