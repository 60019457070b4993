import * as z from "zod/mini";

/** How many entries a page of a list has at the most. */
export const pageSize = 50;

/**
 * One page of a list, newest first. `next` is the cursor of the page after it, for the
 * query parameter `after`; null on the last page.
 */
export function pageOf<Entry extends z.core.$ZodType>(entry: Entry) {
  return z.object({
    entries: z.array(entry).check(z.maxLength(pageSize)),
    next: z.nullable(z.string()),
  });
}
