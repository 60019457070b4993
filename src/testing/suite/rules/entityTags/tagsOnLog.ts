import type { ContractRule } from "../../contractRule.ts";
import { expectJson } from "../../expectations.ts";
import { NotTried } from "../../notTried.ts";
import { requireResource } from "../../requireResource.ts";
import { checkRevalidation } from "./checkRevalidation.ts";

export const tagsOnLog: ContractRule = {
  id: "tags-on-log",
  title: "The log and its bytes answer If-None-Match with 304",
  section: "docs/panel-api.md#live-pages",
  remedy:
    "Send a strong ETag with the log and its bytes, and answer 304 without a body to If-None-Match with it.",
  needs: ["read"],
  async check(context) {
    await requireResource(context, "/transmissions");
    await checkRevalidation(context, "/transmissions");
    const page = await context.get("/transmissions");
    const { entries } = expectJson(page, context.contract.transmissions);
    const kept = entries.find(({ body }) => body === "kept");
    if (!kept)
      throw new NotTried(
        "Not tried, because it needs an attempt whose bytes are kept: set up a vendor, or use --receive.",
      );
    await checkRevalidation(context, `/transmissions/${kept.id}/body`);
  },
};
