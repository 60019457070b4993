import { pageSize } from "../../../../contract/pageOf.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { requestRule } from "../../defineRules.ts";
import { expectJson } from "../../expectations.ts";
import { NotTried } from "../../notTried.ts";
import { readDecision } from "../../panelReading.ts";
import type { SuiteContext } from "../../suiteContext.ts";

/** A panel that is slower, in milliseconds an answer, is not made to fill a page. */
const tooSlow = 150;

/** Refuses until the history has more than a page. */
async function fillPage(context: SuiteContext): Promise<void> {
  const [first] = context.activities;
  const page = await context.get("/decisions");
  if (!first || expectJson(page, context.contract.decisions).next !== null) return;
  if (!context.write)
    throw new NotTried("Not tried, because it needs a history of more than one page.");
  if (page.took > tooSlow)
    throw new NotTried(
      "Not tried, because it needs a history of more than one page, which a panel this slow is not made to fill.",
    );
  await withdrawConsent(context, first.id);
  const { refusal } = await prepareDecision(context, first.id);
  const { entries } = expectJson(page, context.contract.decisions);
  let { etag } = await readDecision(context, first.id);
  for (let count = entries.length; count <= pageSize + 1; count += 1) {
    const exchange = await putDecision(context, first.id, etag, refusal);
    etag = exchange.headers.get("ETag") ?? "";
  }
}

export const pagesWhole = requestRule(
  {
    id: "pages-whole",
    title:
      "The pages of the history have every entry once, also when one is added meanwhile",
    section: "docs/panel-api.md#lists",
    remedy: "Page by a number that only grows: entries below the last one that was told.",
    occasion: "a history of more than one page",
  },
  ["read"],
  async (context, expect) => {
    await fillPage(context);
    const schema = context.contract.decisions;
    const first = await context.get("/decisions");
    const { entries, next } = expectJson(first, schema);
    const second =
      next === null
        ? undefined
        : await context.get(`/decisions?after=${encodeURIComponent(next)}`);
    if (next === null || !second) {
      expect(first, entries.length < pageSize, "A next page after a full one.");
      throw new NotTried("Not tried, because it needs a history of more than one page.");
    }
    expect(
      first,
      entries.length === pageSize,
      `${pageSize} entries before a next page; it is ${entries.length}.`,
    );
    const more = expectJson(second, schema);
    const known = new Set(entries.map(({ id }) => id));
    expect(
      second,
      more.entries.every(({ id }) => !known.has(id)),
      "No entry of the first page.",
    );
    expect(second, more.entries.length > 0, "Entries on the second page.");
    const last = entries.at(-1);
    expect(
      second,
      (more.entries[0]?.number ?? 0) < (last?.number ?? 1),
      "Older entries than on the first page.",
    );
    if (!context.write) return;
    const [purpose] = context.activities;
    if (!purpose) return;
    await withdrawConsent(context, purpose.id);
    const { etag, refusal } = await prepareDecision(context, purpose.id);
    await putDecision(context, purpose.id, etag, refusal);
    const after = expectJson(await context.get("/decisions"), schema);
    const again = await context.get(`/decisions?after=${encodeURIComponent(next)}`);
    const same = expectJson(again, schema).entries[0]?.id === more.entries[0]?.id;
    expect(again, same, `${more.entries[0]?.id} first, as before an entry was added.`);
    const moved = await context.get(
      `/decisions?after=${encodeURIComponent(after.next ?? next)}`,
    );
    const told = [...after.entries, ...expectJson(moved, schema).entries];
    const isWhole = entries.every(({ id }) => told.some((one) => one.id === id));
    expect(moved, isWhole, "Every entry of before on one of the first two pages.");
  },
);
