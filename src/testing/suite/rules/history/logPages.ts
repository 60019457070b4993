import type { ContractRule } from "../../contractRule.ts";
import { requireResource } from "../../requireResource.ts";
import { checkPages } from "./checkPages.ts";

export const logPages: ContractRule = {
  id: "log-pages",
  title: "The log of everything sent is told newest first, in pages",
  section: "docs/panel-api.md#lists",
  remedy:
    "Page by a number that only grows, newest first, and tell next as null on the last page.",
  needs: ["read"],
  async check(context) {
    await requireResource(context, "/transmissions");
    await checkPages(context, "/transmissions", context.contract.transmissions);
  },
};
