import type { ContractRule } from "../../contractRule.ts";
import { expectJson } from "../../expectations.ts";
import { listLimits } from "../../listLimits.ts";
import { NotTried } from "../../notTried.ts";
import { requireResource } from "../../requireResource.ts";
import { expectKeptBytes } from "./expectKeptBytes.ts";

export const logBytes: ContractRule = {
  id: "log-bytes",
  title: "The bytes of an attempt are those whose digest the log states, or 410",
  section: "docs/panel-api.md#the-history-and-the-log",
  remedy:
    "Keep the bytes as they leave, and their digest with them; answer 410 gone once they are deleted.",
  needs: ["read"],
  async check(context) {
    const { get, contract } = context;
    await requireResource(context, "/transmissions");
    const page = expectJson(await get("/transmissions"), contract.transmissions);
    if (page.entries.length === 0)
      throw new NotTried(
        "Not tried, because nothing was sent yet: it needs a vendor, or --receive, and consent.",
      );
    for (const { id, body, digest: stated } of page.entries.slice(
      0,
      listLimits.entries,
    )) {
      await expectKeptBytes(await get(`/transmissions/${id}/body`), body, stated);
    }
  },
};
