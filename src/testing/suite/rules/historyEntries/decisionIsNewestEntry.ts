import type { DecisionRecord } from "../../../../contract/decisionRecord.ts";
import { stateRule } from "../../defineRules.ts";

export const decisionIsNewestEntry = stateRule(
  {
    id: "decision-is-newest-entry",
    title: "A decision tells what the newest entry of its purpose tells",
    section: "docs/panel-api.md#what-to-store",
    remedy: "Write decision and entry in one transaction, from the same values.",
    occasion:
      "a decision with its entry in a history that can be read while nothing moves",
  },
  ({ isStill, purposes, history }, expect) => {
    if (!isStill || !history.value) return;
    for (const [id, { decision }] of Object.entries(purposes.value?.purposes ?? {})) {
      const entry = history.value.entries.find(
        (one) =>
          one.purpose === id &&
          ["granted", "refused", "withdrawn", "outdated"].includes(one.event),
      );
      if (
        decision.status === "undecided" ||
        decision.status === "outdated" ||
        entry?.event === "outdated"
      )
        continue;
      if (!entry && history.value.next !== null) continue;
      const shown = (
        one:
          | Pick<
              DecisionRecord,
              | "at"
              | "by"
              | "revision"
              | "language"
              | "textDigest"
              | "payloadDigest"
              | "via"
              | "seen"
            >
          | undefined,
      ) =>
        one &&
        JSON.stringify([
          one.at,
          one.by,
          one.revision,
          one.language,
          one.textDigest,
          one.payloadDigest,
          one.via,
          one.seen,
        ]);
      const same = shown(entry) === shown({ ...decision, at: decision.at ?? "" });
      expect(
        history.exchange,
        same,
        `${id}: ${JSON.stringify(decision)} as its newest entry.`,
      );
      const isRight = entry?.event !== "granted" || decision.status === "granted";
      expect(history.exchange, isRight, `${id}: the event of ${decision.status}.`);
    }
  },
);
