import { stateRule } from "../../defineRules.ts";

export const nextReport = stateRule(
  {
    id: "next-report",
    title: "The next report is told while reports go out, and at no other time",
    section: "docs/panel-api.md#the-states",
    remedy:
      "Let nextAt be the next due time while effective is true, and null otherwise.",
    occasion: "a purpose",
  },
  ({ purposes: { exchange, value } }, expect, { activities }) => {
    for (const { id, schedule } of activities) {
      const activity = value?.purposes[id]?.activity;
      if (!activity) continue;
      const { effective, nextAt } = activity;
      expect(
        exchange,
        effective || nextAt === null,
        `${id}: nextAt null, nothing is sent.`,
      );
      const isDue = effective && schedule === "monthly";
      expect(exchange, !isDue || nextAt !== null, `${id}: when the next report is due.`);
    }
  },
);
