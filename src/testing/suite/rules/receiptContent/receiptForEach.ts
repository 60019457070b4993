import { stateRule } from "../../defineRules.ts";

export const receiptForEach = stateRule(
  {
    id: "receipt-for-each",
    title: "There is a receipt for every decision and every confirmed deletion",
    section: "docs/export.md#a-receipt",
    remedy: "Make it from the entry, also when bytes or names are gone.",
    occasion: "an entry with a receipt, such as consent makes",
  },
  ({ history, receipts }, expect) => {
    for (const { id, receipt } of history.value?.entries ?? []) {
      const exchange = receipts.get(id);
      if (!exchange || receipt !== id) continue;
      expect(exchange, exchange.status === 200, "Status 200.");
    }
  },
);
