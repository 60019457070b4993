import * as z from "zod/mini";

const answer = z.object({ deleted: z.int().check(z.nonnegative()) });

/** How many reports an answer to an erasure says were erased, if it says so. */
export function erasedCount(json: unknown): number | undefined {
  const read = z.safeParse(answer, json);
  return read.success ? read.data.deleted : undefined;
}
