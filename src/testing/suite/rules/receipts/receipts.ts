import { receipt } from "../../../../contract/receipt.ts";
import type { ContractRule } from "../../contractRule.ts";
import { ensureHistory } from "../../deciding/ensureHistory.ts";
import {
  expectJson,
  expectMediaType,
  expectShape,
  expectStatus,
  expectThat,
} from "../../expectations.ts";
import { listLimits } from "../../listLimits.ts";
import { NotTried } from "../../notTried.ts";

export const receipts: ContractRule = {
  id: "receipts",
  title: "A receipt is JSON-LD, with its own number and that decision's purpose and time",
  section: "docs/export.md#a-receipt",
  remedy: "Make the receipt from the entry whose receipt it is, as application/ld+json.",
  needs: ["read"],
  async check(context) {
    await ensureHistory(context);
    const { get, contract } = context;
    const { entries } = expectJson(await get("/decisions"), contract.decisions);
    const told = entries.filter((entry) => entry.receipt !== null);
    if (told.length === 0)
      throw new NotTried(
        "Not tried, because it needs a decision with a receipt: consent makes one.",
      );
    for (const { receipt: id, purpose, event, at } of told.slice(0, listLimits.entries)) {
      const exchange = await get(`/receipts/${id}`);
      if (exchange.status === 404)
        throw new NotTried(
          "Not tried, because it needs GET /receipts/{id}, which answers 404.",
        );
      expectStatus(exchange, 200);
      expectMediaType(exchange, "application/ld+json");
      const found = expectShape(exchange, receipt);
      expectThat(exchange, found["@id"] === `urn:uuid:${id}`, `@id urn:uuid:${id}.`);
      const same =
        found["dpv:hasProcess"]["dpv:hasIdentifier"] === purpose &&
        found["kt:event"] === event &&
        found["dpv:isIndicatedAtTime"] === at;
      expectThat(exchange, same, `A receipt for ${event} of ${purpose}, ${at}.`);
    }
  },
};
