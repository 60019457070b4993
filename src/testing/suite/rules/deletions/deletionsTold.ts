import { stateRule } from "../../defineRules.ts";

export const deletionsTold = stateRule(
  {
    id: "deletions-told",
    title: "Every deletion that was asked for is told, and stays told",
    section: "docs/panel-api.md#what-to-store",
    remedy:
      "Keep a row for each deletion, also once it is confirmed and after a later one.",
    occasion: "a history (GET /decisions) that can be read while nothing moves",
  },
  ({ isStill, purposes, history }, expect) => {
    if (!isStill || !history.value) return;
    for (const [id, { activity }] of Object.entries(purposes.value?.purposes ?? {})) {
      const own = history.value.entries.filter((one) => one.purpose === id);
      const of = (event: string) => own.filter((one) => one.event === event);
      const times = activity.deletions.map(({ requestedAt }) => requestedAt);
      for (const { at } of of("deletion-requested")) {
        expect(
          purposes.exchange,
          times.includes(at),
          `${id}: the deletion asked for at ${at}.`,
        );
      }
      const isWhole = history.value.next === null;
      const requested = of("deletion-requested").length;
      const told = `${id}: an entry deletion-requested for each of ${times.length} deletions.`;
      expect(history.exchange, !isWhole || requested >= times.length, told);
      const confirmed = activity.deletions.filter(
        (one) => one.confirmedAt !== null,
      ).length;
      const kept = of("deletion-confirmed").length;
      const right = !isWhole || kept === confirmed;
      expect(history.exchange, right, `${id}: ${confirmed} entries deletion-confirmed.`);
    }
  },
);
