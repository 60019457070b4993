import type { ContractRule } from "../../contractRule.ts";
import { purposePath } from "../../panelReading.ts";
import { checkRevalidation } from "./checkRevalidation.ts";

export const tagsOnJson: ContractRule = {
  id: "tags-on-json",
  title: "Policy, purposes, decisions and history answer If-None-Match with 304",
  section: "docs/panel-api.md#live-pages",
  remedy:
    "Make a strong ETag from the whole answer, and answer 304 without a body to If-None-Match with it.",
  needs: ["read"],
  async check(context) {
    const decisions = context.activities.map(({ id }) => purposePath(id, "decision"));
    for (const path of ["/policy", "/purposes", ...decisions, "/decisions"]) {
      await checkRevalidation(context, path);
    }
  },
};
