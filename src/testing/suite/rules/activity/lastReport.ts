import { stateRule } from "../../defineRules.ts";

export const lastReport = stateRule(
  {
    id: "last-report",
    title: "The last report and the last attempt are those of the log",
    section: "docs/panel-api.md#what-to-store",
    remedy:
      "Set lastSentAt when the vendor has taken a report, lastAttempt after each attempt.",
    occasion: "a log (GET /transmissions) that can be read while nothing moves",
  },
  ({ isStill, purposes, log }, expect) => {
    if (!isStill || !log.value) return;
    for (const [id, purpose] of Object.entries(purposes.value?.purposes ?? {})) {
      const own = log.value.entries.filter((one) => one.purpose === id);
      const sent = own.find((one) => one.kind === "report" && one.outcome === "accepted");
      const { activity, transport } = purpose;
      const { lastSentAt } = activity;
      const isTold = sent === undefined || lastSentAt !== null;
      expect(
        purposes.exchange,
        isTold,
        `${id}: lastSentAt, as a report was taken at ${sent?.at}.`,
      );
      const hasTried = own.some((one) => one.status !== null);
      const isNoted = !hasTried || !transport || transport.lastAttempt !== null;
      expect(purposes.exchange, isNoted, `${id}: transport.lastAttempt.`);
    }
  },
);
