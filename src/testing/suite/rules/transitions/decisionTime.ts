import { transitionRule } from "../../defineRules.ts";
import { addedRecords, decisionIn, isChange, isRefused } from "./transitionStep.ts";

export const decisionTime = transitionRule(
  {
    id: "decision-time",
    title: "A decision has the time at which it was made, in UTC",
    section: "docs/panel-api.md#what-to-store",
    remedy: "Take the clock's UTC, not local time.",
    occasion:
      "answers with a Date, as the server that carries the panel sends it, at a clock that goes on",
  },
  (step, expect) => {
    const date = step.exchange.headers.get("Date");
    const at = decisionIn(step, step.after)?.at;
    if (date === null || !at || isRefused(step)) return;
    const before = decisionIn(step, step.before)?.at;
    if (!isChange(step)) {
      expect(
        step.after.purposes.exchange,
        at === before,
        `${step.purpose}: ${before}, as before.`,
      );
      return;
    }
    const apart = Math.abs(Date.parse(at) - Date.parse(date));
    expect(
      step.after.purposes.exchange,
      apart < 10 * 60_000,
      `${step.purpose}: a time near ${date}, not ${at}.`,
    );
    for (const one of addedRecords(step)) {
      const far = Math.abs(Date.parse(one.at) - Date.parse(date));
      expect(
        step.after.history.exchange,
        far < 10 * 60_000,
        `An entry near ${date}, not ${one.at}.`,
      );
    }
    const known = new Set(step.before.log.value?.entries.map(({ id }) => id));
    for (const one of step.after.log.value?.entries ?? []) {
      const far = Math.abs(Date.parse(one.at) - Date.parse(date));
      if (!known.has(one.id))
        expect(
          step.after.log.exchange,
          far < 10 * 60_000,
          `An attempt near ${date}, not ${one.at}.`,
        );
    }
  },
);
