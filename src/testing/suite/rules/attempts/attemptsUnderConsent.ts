import { stateRule } from "../../defineRules.ts";

export const attemptsUnderConsent = stateRule(
  {
    id: "attempts-under-consent",
    title: "A report leaves only while consent is given",
    section: "docs/panel-api.md#the-states",
    remedy: "Read the decision in the transaction that writes the attempt down.",
    occasion:
      "a report in the log, and the history before it: set up a vendor, or use --receive",
  },
  ({ log, history }, expect) => {
    if (!history.value) return;
    const acts = history.value.entries.filter((one) =>
      ["granted", "refused", "withdrawn", "outdated"].includes(one.event),
    );
    for (const { purpose, kind, at } of log.value?.entries ?? []) {
      if (kind !== "report") continue;
      const own = acts.filter((one) => one.purpose === purpose);
      const isCovered = history.value.next === null || own.some((one) => one.at <= at);
      if (!isCovered) continue;
      const last = own.find((one) => one.at <= at);
      const near = own.filter((one) => one.at === last?.at || one.at === at);
      const right = near.some(({ event }) => event === "granted");
      expect(
        log.exchange,
        right,
        `${purpose}: no report at ${at}; before it: ${last?.event ?? "nothing"}.`,
      );
    }
  },
);
