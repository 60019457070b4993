import { stateRule } from "../../defineRules.ts";
import type { Exchange } from "../../exchange.ts";
import { exchangesOf, type PanelSnapshot } from "../../snapshot/panelSnapshot.ts";
import { headersOf } from "./headersOf.ts";
import { pseudonymsOf } from "./pseudonymsOf.ts";

/** Where a UUID that lives may stand. */
function mayHold({
  purposes,
  payloads,
  agreed,
  bodies,
}: PanelSnapshot): ReadonlySet<Exchange> {
  const maps = [payloads, agreed, bodies];
  return new Set([purposes.exchange, ...maps.flatMap((map) => [...map.values()])]);
}

export const pseudonymNowhereElse = stateRule(
  {
    id: "pseudonym-nowhere-else",
    title:
      "A UUID stands in its purpose and in bytes alone, never in a URL, a header or a list",
    section: "docs/panel-api.md#what-to-store",
    remedy: "Name entries, deletions, tags and addresses by ids of their own.",
    occasion: "a purpose with a pseudonym (activity.pseudonym), as consent gives it one",
  },
  (state, expect) => {
    const allowed = mayHold(state);
    for (const uuid of pseudonymsOf(state)) {
      for (const exchange of exchangesOf(state)) {
        expect(exchange, !headersOf(exchange).includes(uuid), "No UUID in a header.");
        if (!allowed.has(exchange))
          expect(exchange, !exchange.text.includes(uuid), "No UUID.");
      }
      const { exchange } = state.purposes;
      const count = exchange.text.split(uuid).length - 1;
      expect(exchange, count === 1, "The UUID once, as the pseudonym.");
    }
  },
);
