import type { Schema } from "../policy/schemaNode.ts";
import { changesByItem, type ItemChange } from "./changesByItem.ts";
import type { ReadPayload } from "./readPayload.ts";
import type { Json } from "./serializePayload.ts";

/** Bytes that were read, with what they were read by. */
export interface ReadBySchema {
  readonly reading: ReadPayload;
  readonly schema: Schema;
}

/** What comparing two payloads finds. */
export type Comparison =
  | { readonly kind: "same" | "sameValues" | "notReadable" }
  | {
      readonly kind: "changed";
      readonly changes: readonly ItemChange[];
      readonly before: string;
      readonly after: string;
    };

/** Compares what was sent, agreed to or shown with what is now. */
export function comparePayloads(before: ReadBySchema, after: ReadBySchema): Comparison {
  const [was, is] = [before.reading, after.reading];
  if (was.status !== "readable" || is.status !== "readable") {
    return { kind: "notReadable" };
  }
  if (was.text === is.text) return { kind: "same" };
  const changes = changesByItem(
    { value: JSON.parse(was.text) as Json, schema: before.schema },
    { value: JSON.parse(is.text) as Json, schema: after.schema },
  );
  if (changes.length === 0) return { kind: "sameValues" };
  return { kind: "changed", changes, before: was.text, after: is.text };
}
