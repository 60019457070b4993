import * as z from "zod/mini";
import { moment } from "../../contract/fields.ts";
import { transmissionKinds } from "../../contract/transmission.ts";
import type { Json } from "../../payload/serializePayload.ts";

/** What the core keeps of something to send. */
export const itemData = z.object({
  kind: z.enum(transmissionKinds),
  queuedAt: moment,
  attempts: z.int().check(z.nonnegative()),
  /** When it may be tried (again); while a send of it is open, that send comes first. */
  nextAttemptAt: moment,
  /** The entry of the newest attempt. */
  lastAttempt: z.nullable(z.uuid()),
  /** The vendor that an erasure is owed to, by the digest of its authority's public key. */
  vendor: z.nullable(z.string()),
});

export type ItemData = z.infer<typeof itemData>;

/** Something that is due from a moment on, and was not tried yet. */
export function newItemData(
  { kind, vendor }: Pick<ItemData, "kind" | "vendor">,
  at: string,
): ItemData {
  return {
    kind,
    vendor,
    queuedAt: at,
    attempts: 0,
    nextAttemptAt: at,
    lastAttempt: null,
  };
}

export function readItemData(data: Json): ItemData {
  return itemData.parse(data);
}
