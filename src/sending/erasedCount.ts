import * as z from "zod/mini";
import type { Item } from "../panel/store/panelStore.ts";

const answer = z.object({
  id: z.string(),
  deleted: z.int().check(z.nonnegative()),
});

/** How many reports an answer says were erased, if it speaks of this very UUID. */
export function erasedCount(json: unknown, { uuid }: Pick<Item, "uuid">) {
  const read = z.safeParse(answer, json);
  return read.success && read.data.id === uuid ? read.data.deleted : undefined;
}
