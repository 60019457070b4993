import type { ContractRule } from "../../contractRule.ts";
import { expectJson } from "../../expectations.ts";
import { listLimits } from "../../listLimits.ts";
import { expectKeptBytes } from "./expectKeptBytes.ts";

export const historyBytes: ContractRule = {
  id: "history-bytes",
  title: "The bytes that were agreed to are kept; those that held a UUID answer 410",
  section: "docs/panel-api.md#the-history-and-the-log",
  remedy:
    "Keep the bytes of each grant with their digest; answer 410 gone once they are deleted.",
  needs: ["read"],
  async check(context) {
    const { get, contract } = context;
    const { entries } = expectJson(await get("/decisions"), contract.decisions);
    for (const { id, payload, payloadDigest } of entries.slice(0, listLimits.entries)) {
      await expectKeptBytes(
        await get(`/decisions/${id}/payload`),
        payload,
        payloadDigest,
      );
    }
  },
};
