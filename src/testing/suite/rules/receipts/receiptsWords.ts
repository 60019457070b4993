import { receipt } from "../../../../contract/receipt.ts";
import { digestText } from "../../../../payload/digest.ts";
import type { ContractRule } from "../../contractRule.ts";
import { ensureHistory } from "../../deciding/ensureHistory.ts";
import { expectJson, expectShape, expectThat } from "../../expectations.ts";
import { listLimits } from "../../listLimits.ts";
import { NotTried } from "../../notTried.ts";

export const receiptsWords: ContractRule = {
  id: "receipts-words",
  title: "The words in a receipt are those whose digest it states",
  section: "docs/export.md#a-receipt",
  remedy: "Put the text into the receipt that the entry's textDigest names.",
  needs: ["read"],
  async check(context) {
    await ensureHistory(context);
    const { get, contract } = context;
    const { entries } = expectJson(await get("/decisions"), contract.decisions);
    const ids = entries.flatMap((entry) => entry.receipt ?? []);
    let compared = 0;
    for (const id of ids.slice(0, listLimits.entries)) {
      const exchange = await get(`/receipts/${id}`);
      if (exchange.status !== 200) continue;
      const notice = expectShape(exchange, receipt)["dpv:hasNotice"];
      if (notice?.["kt:text"] === undefined) continue;
      const same = (await digestText(notice["kt:text"])) === notice["kt:digest"];
      expectThat(exchange, same, `A text with the digest ${notice["kt:digest"]}.`);
      compared += 1;
    }
    if (compared === 0)
      throw new NotTried(
        "Not tried, because it needs a receipt with the words that were seen (kt:text): consent makes one.",
      );
  },
};
