import { requestRule } from "../../defineRules.ts";
import { readChain } from "./readChain.ts";

export const chainHead = requestRule(
  {
    id: "chain-head",
    title: "The store's number and head are those of the last event",
    section: "docs/export.md#the-chain",
    remedy: "Keep number and head of the store with each event.",
    occasion: "a chain (GET /log) that fits on eight pages, read while nothing moves",
  },
  ["read"],
  async (context, expect) => {
    const { state, events, isWhole, upTo } = await readChain(context);
    const { exchange, value } = state.purposes;
    const last = events.at(-1);
    if (!value || !isWhole || !state.isStill || !last) return;
    expect(exchange, last.number === upTo, `The number ${last.number} as upTo.`);
    const { number, head } = value.store;
    const found = events.find((one) => one.number === number);
    expect(exchange, found?.head === head, `The head ${found?.head} of event ${number}.`);
    const isNewest = number === last.number;
    expect(exchange, isNewest, `The number ${last.number}.`);
  },
);
