import { requestRule } from "../../defineRules.ts";
import { expectJson, expectProblem } from "../../expectations.ts";
import { readChain } from "./readChain.ts";

export const chainCursors = requestRule(
  {
    id: "chain-cursors",
    title: "The chain is read from after one number up to another",
    section: "docs/export.md#the-chain",
    remedy:
      "Answer the events above after and up to upTo, oldest first; 400 to what is no number.",
    occasion: "a chain (GET /log)",
  },
  ["read"],
  async (context, expect) => {
    const { events } = await readChain(context);
    const [first, second, third] = events;
    if (first && second && third) {
      const exchange = await context.get(
        `/log?after=${first.number}&upTo=${second.number}`,
      );
      const page = expectJson(exchange, context.contract.log);
      const numbers = page.events.map(({ number }) => number).join();
      expect(exchange, numbers === `${second.number}`, `Event ${second.number} alone.`);
      expect(exchange, page.upTo === second.number, `upTo ${second.number}.`);
    }
    for (const query of ["after=x", "after=-1", "upTo=x", "after=1.5"]) {
      const exchange = await context.get(`/log?${query}`);
      expect(exchange, true, "400");
      expectProblem(exchange, "malformed-body");
    }
  },
);
