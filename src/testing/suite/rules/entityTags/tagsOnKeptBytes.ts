import type { ContractRule } from "../../contractRule.ts";
import { ensureHistory } from "../../deciding/ensureHistory.ts";
import { expectJson } from "../../expectations.ts";
import { NotTried } from "../../notTried.ts";
import { checkRevalidation } from "./checkRevalidation.ts";

export const tagsOnKeptBytes: ContractRule = {
  id: "tags-on-kept-bytes",
  title: "Agreed bytes answer If-None-Match with 304",
  section: "docs/panel-api.md#live-pages",
  remedy:
    "Send a strong ETag with bytes that are kept, and answer 304 without a body to If-None-Match with it.",
  needs: ["read"],
  async check(context) {
    await ensureHistory(context);
    const page = await context.get("/decisions");
    const { entries } = expectJson(page, context.contract.decisions);
    const kept = entries.find(({ payload }) => payload === "kept");
    if (!kept)
      throw new NotTried(
        "Not tried, because it needs agreed bytes that are kept: they come with consent.",
      );
    await checkRevalidation(context, `/decisions/${kept.id}/payload`);
  },
};
