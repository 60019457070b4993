import type * as z from "zod/mini";
import { pageSize } from "../../../../contract/pageOf.ts";
import { expectJson, expectThat } from "../../expectations.ts";
import { listLimits } from "../../listLimits.ts";
import type { SuiteContext } from "../../suiteContext.ts";

type ListSchema = SuiteContext["contract"]["decisions" | "transmissions"];

export async function checkPages(
  { get }: SuiteContext,
  path: string,
  schema: ListSchema,
): Promise<void> {
  const seen = new Set<string>();
  let last = Number.POSITIVE_INFINITY;
  let after: string | null = null;
  for (let page = 0; page < listLimits.pages; page += 1) {
    const query = after === null ? "" : `?after=${encodeURIComponent(after)}`;
    const exchange = await get(`${path}${query}`);
    const { entries, next }: z.infer<ListSchema> = expectJson(exchange, schema);
    expectThat(exchange, entries.length <= pageSize, `At most ${pageSize} entries.`);
    for (const { id, at } of entries) {
      expectThat(exchange, !seen.has(id), `Each entry once; ${id} was told before.`);
      expectThat(exchange, Date.parse(at) <= last, "Newest first.");
      seen.add(id);
      last = Date.parse(at);
    }
    if (next === null) return;
    expectThat(exchange, entries.length > 0, "No next page after an empty one.");
    after = next;
  }
}
