import type { ContractRule } from "../../contractRule.ts";
import { checkPages } from "./checkPages.ts";

export const historyPages: ContractRule = {
  id: "history-pages",
  title: "The history is told newest first, in pages that neither repeat nor overlap",
  section: "docs/panel-api.md#lists",
  remedy:
    "Page by a number that only grows, newest first, and tell next as null on the last page.",
  needs: ["read"],
  check: (context) => checkPages(context, "/decisions", context.contract.decisions),
};
