import { endpointPath } from "../../../../contract/paths.ts";
import { type Expect, transitionsRule } from "../../defineRules.ts";
import type { Exchange } from "../../exchange.ts";
import { exchangesOf, type PanelSnapshot } from "../../snapshot/panelSnapshot.ts";
import { headersOf } from "./headersOf.ts";
import { pseudonymsOf } from "./pseudonymsOf.ts";

/** Whether an erasure is still to be asked for, which needs the UUID. */
const isOwed = ({ purposes }: PanelSnapshot) =>
  Object.values(purposes.value?.purposes ?? {}).some(({ activity }) =>
    activity.deletions.some(({ confirmedAt }) => confirmedAt === null),
  );

const isErasure = ({ log }: PanelSnapshot, id: string) =>
  log.value?.entries.some((one) => one.id === id && one.kind === "erasure") ?? false;

function judgeDead(exchange: Exchange, dead: ReadonlySet<string>, expect: Expect): void {
  const whole = `${headersOf(exchange)}\n${exchange.text}`.toLowerCase();
  for (const uuid of dead) {
    expect(exchange, !whole.includes(uuid), "No UUID that consent was withdrawn from.");
  }
}

export const pseudonymNowhereAfterWithdrawal = transitionsRule(
  {
    id: "pseudonym-nowhere-after-withdrawal",
    title:
      "After a withdrawal no answer holds the UUID: no body, entry, receipt, deletion or problem",
    section: "docs/panel-api.md#what-to-store",
    remedy:
      "Delete every body that holds the UUID in the transaction that withdraws; keep the UUID for the request to erase alone.",
    occasion: "a pseudonym that consent was withdrawn from during the run",
  },
  async (steps, expect, context) => {
    const dead = new Set<string>();
    const ids = new Set<string>();
    for (const { exchange, before, after } of steps) {
      for (const uuid of pseudonymsOf(before))
        if (!pseudonymsOf(after).includes(uuid)) dead.add(uuid.toLowerCase());
      if (dead.size === 0) continue;
      for (const { id } of after.log.value?.entries ?? []) ids.add(id);
      judgeDead(exchange, dead, expect);
      const owed = isOwed(after);
      const bodies = new Set(
        owed
          ? [...after.bodies].filter(([id]) => isErasure(after, id)).map(([, one]) => one)
          : [],
      );
      for (const one of exchangesOf(after))
        if (!bodies.has(one)) judgeDead(one, dead, expect);
    }
    if (dead.size === 0) return;
    const log = await context.get("/log");
    judgeDead(log, dead, expect);
    const last = steps.at(-1)?.after;
    if (last && !isOwed(last)) {
      for (const id of [...ids].slice(0, 12))
        judgeDead(
          await context.get(endpointPath("getTransmissionBody", { id })),
          dead,
          expect,
        );
    }
  },
);
