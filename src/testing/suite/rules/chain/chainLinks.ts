import { checkExport } from "../../../../panel/chain/index.ts";
import { requestRule } from "../../defineRules.ts";
import { readPolicy } from "../../panelReading.ts";
import { readChain } from "./readChain.ts";

export const chainLinks = requestRule(
  {
    id: "chain-links",
    title:
      "Each event of the chain follows from the one before, and entries are as their events say",
    section: "docs/export.md#the-chain",
    remedy: "Append an event in the transaction that writes the entry; never change one.",
    occasion: "a chain (GET /log)",
  },
  ["read"],
  async (context, expect) => {
    const { state, events, exchange, isWhole, upTo } = await readChain(context);
    const { policy } = await readPolicy(context);
    const checked = checkExport({
      ...{
        format: "klartext-export",
        version: 2,
        exportedAt: new Date().toISOString(),
      },
      ...{ policy, texts: [], receipts: [], log: { epoch: "", events } },
      decisions: (state.history.value?.entries ?? []).filter(
        (one) => (one.number ?? 0) <= upTo,
      ),
      transmissions: (state.log.value?.entries ?? []).filter(
        (one) => (one.number ?? 0) <= upTo,
      ),
    });
    const areWhole = state.history.value?.next === null && state.log.value?.next === null;
    const findings = (checked?.findings ?? []).filter(({ kind }) =>
      kind === "entry-missing" ? areWhole && isWhole : kind !== "entry-added" || isWhole,
    );
    expect(
      exchange,
      findings.length === 0,
      `A chain that holds; ${JSON.stringify(findings.slice(0, 3))}.`,
    );
  },
);
