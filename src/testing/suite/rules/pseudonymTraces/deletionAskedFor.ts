import { transitionsRule } from "../../defineRules.ts";

export const deletionAskedFor = transitionsRule(
  {
    id: "deletion-asked-for",
    title:
      "A withdrawal after a report was sent asks the vendor to erase, and one before does not",
    section: "docs/panel-api.md#the-states",
    remedy: "Ask for the erasure of every UUID under which an attempt was begun.",
    occasion: "a consent with a pseudonym that is withdrawn after a report was sent",
  },
  (steps, expect) => {
    for (const { purpose, before, after, exchange } of steps) {
      const was = before.purposes.value?.purposes[purpose]?.activity;
      const is = after.purposes.value?.purposes[purpose]?.activity;
      if (!was?.pseudonym || !is || is.pseudonym !== null) continue;
      const since = before.purposes.value?.purposes[purpose]?.decision.at ?? "";
      const reports = (after.log.value?.entries ?? []).filter(
        (one) => one.purpose === purpose && one.kind === "report",
      );
      const grants = (after.history.value?.entries ?? []).filter(
        (one) => one.purpose === purpose && ["granted", "withdrawn"].includes(one.event),
      );
      const from =
        grants.slice(1).find((_one, at, list) => list[at + 1]?.event !== "granted")?.at ??
        since;
      const wasSent = reports.some(({ at }) => at >= from);
      const isAsked = is.deletions.length > was.deletions.length;
      expect(
        exchange,
        !wasSent || isAsked,
        `${purpose}: a deletion, as a report was sent.`,
      );
      expect(
        exchange,
        wasSent || reports.length > 0 || !isAsked,
        `${purpose}: no deletion, as nothing was sent.`,
      );
    }
  },
);
