import { stateRule } from "../../defineRules.ts";

export const payloadKind = stateRule(
  {
    id: "payload-kind",
    title:
      "A payload says queued only while something waits, next or sample by its schedule",
    section: "docs/panel-api.md#the-payload",
    remedy:
      "queued for a body in the queue; else next for what is monthly, sample for events.",
    occasion: "a payload that can be read",
  },
  ({ purposes, payloads }, expect, { activities }) => {
    for (const { id, schedule } of activities) {
      const exchange = payloads.get(id);
      const purpose = purposes.value?.purposes[id];
      if (exchange?.status !== 200 || !purpose) continue;
      const kind = exchange.headers.get("Klartext-Payload");
      const other = schedule === "monthly" ? "next" : "sample";
      expect(
        exchange,
        kind === "queued" || kind === other,
        `Klartext-Payload: ${other}.`,
        "Klartext-Payload",
      );
      const { nextAt } = purpose.activity;
      const waits =
        purpose.decision.status === "granted" &&
        (nextAt === null || Date.parse(nextAt) < Date.now() + 2 * 3_600_000);
      expect(
        exchange,
        kind !== "queued" || waits,
        `Klartext-Payload: ${other}, for nothing waits.`,
        "Klartext-Payload",
      );
    }
  },
);
