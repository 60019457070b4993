import { receipt } from "../../../contract/receipt.ts";
import { digestText } from "../../../payload/digest.ts";
import { type ContractPromise, NotTried } from "../contractPromise.ts";
import {
  expectJson,
  expectMediaType,
  expectProblem,
  expectShape,
  expectStatus,
  expectThat,
} from "../expectations.ts";
import { most, noSuchId } from "./history.ts";
import { reachHistory } from "./reachHistory.ts";

export const receiptPromises: readonly ContractPromise[] = [
  {
    id: "receipts",
    title:
      "A receipt is JSON-LD, with its own number and that decision's purpose and time",
    needs: ["read"],
    async check(context) {
      await reachHistory(context);
      const { get, contract } = context;
      const { entries } = expectJson(await get("/decisions"), contract.decisions);
      const told = entries.filter((entry) => entry.receipt !== null);
      if (told.length === 0) throw new NotTried("No decision has a receipt yet.");
      for (const { receipt: id, purpose, event, at } of told.slice(0, most.entries)) {
        const exchange = await get(`/receipts/${id}`);
        if (exchange.status === 404) throw new NotTried("This panel gives no receipts.");
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
  },
  {
    id: "receipts-words",
    title: "The words in a receipt are those whose digest it states",
    needs: ["read"],
    async check(context) {
      await reachHistory(context);
      const { get, contract } = context;
      const { entries } = expectJson(await get("/decisions"), contract.decisions);
      const ids = entries.flatMap((entry) => entry.receipt ?? []);
      let compared = 0;
      for (const id of ids.slice(0, most.entries)) {
        const exchange = await get(`/receipts/${id}`);
        if (exchange.status !== 200) continue;
        const notice = expectShape(exchange, receipt)["dpv:hasNotice"];
        if (notice?.["kt:text"] === undefined) continue;
        const same = (await digestText(notice["kt:text"])) === notice["kt:digest"];
        expectThat(exchange, same, `A text with the digest ${notice["kt:digest"]}.`);
        compared += 1;
      }
      if (compared === 0) throw new NotTried("No receipt tells the words yet.");
    },
  },
  {
    id: "receipts-unknown",
    title: "A receipt that there is not is not found",
    needs: ["read"],
    async check({ get }) {
      expectProblem(await get(`/receipts/${noSuchId}`), "not-found");
    },
  },
];
