import { requestRule } from "../../defineRules.ts";
import { readChain } from "./readChain.ts";

export const chainNames = requestRule(
  {
    id: "chain-names",
    title: "The chain holds no name, no bytes and no salt twice",
    section: "docs/export.md#the-chain",
    remedy: "Put a name in as SHA-256 over salt, id and name; bytes as their digest.",
    occasion: "a chain (GET /log)",
  },
  ["read"],
  async (context, expect) => {
    const { state, events, exchange } = await readChain(context);
    const people = (state.history.value?.entries ?? []).flatMap(({ by }) =>
      by ? [by.id, by.name] : [],
    );
    const salts = events.flatMap(({ salt }) => salt ?? []);
    expect(
      exchange,
      new Set(salts).size === salts.length,
      "A salt of its own for each name.",
    );
    for (const { event, number } of events) {
      const { signed: _signed, ...data } = {
        ...(event.data as Record<string, unknown>),
      };
      const values = Object.values(data).filter((one) => typeof one === "string");
      const isPlain = values.some((one) => people.includes(one));
      expect(exchange, !isPlain, `Event ${number}: no name in plain.`);
      const isLong =
        JSON.stringify(data).length > 2_000 || values.some((one) => one.includes("\n"));
      expect(exchange, !isLong, `Event ${number}: no bytes.`);
      if (context.write && number === events.at(-1)?.number) {
        expect(exchange, !event.migrated, `Event ${number}: not migrated, it is new.`);
      }
    }
  },
);
