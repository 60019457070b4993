import { stateRule } from "../../defineRules.ts";

export const openSends = stateRule(
  {
    id: "open-sends",
    title: "As many sends are said to be open as the log has reports that have not ended",
    section: "docs/panel-api.md#the-states",
    remedy:
      "Count the reports that were begun and have no end written down, and nothing else.",
    occasion: "a log (GET /transmissions) that can be read while nothing moves",
  },
  ({ isStill, purposes, log }, expect) => {
    if (!isStill || !log.value) return;
    for (const [id, { activity }] of Object.entries(purposes.value?.purposes ?? {})) {
      const pending = log.value.entries.filter(
        (one) => one.purpose === id && one.kind === "report" && one.outcome === "pending",
      ).length;
      const right = activity.openSends <= pending || log.value.next !== null;
      expect(purposes.exchange, right, `${id}: openSends at most ${pending}.`);
    }
  },
);
