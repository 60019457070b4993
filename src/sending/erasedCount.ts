import * as z from "zod/mini";

const answer = z.object({ deleted: z.int().check(z.nonnegative()) });

/** How many reports an answer to an erasure says were erased, if it says so. */
export function erasedCount(body: Uint8Array | undefined): number | undefined {
  if (!body) return undefined;
  try {
    return z.parse(answer, JSON.parse(Buffer.from(body).toString())).deleted;
  } catch {
    return undefined;
  }
}
