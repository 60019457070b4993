import { transitionRule } from "../../defineRules.ts";
import { decisionIn, isOk, isRefused } from "./transitionStep.ts";

export const sequenceCounts = transitionRule(
  {
    id: "sequence-counts",
    title: "Every act counts the sequence by one, and what is turned down does not",
    section: "docs/panel-api.md#the-states",
    remedy: "Add one with each PUT that is taken and each DELETE.",
    occasion: "a decision that is told before and after it is made",
  },
  (step, expect) => {
    const was = decisionIn(step, step.before)?.sequence;
    const is = decisionIn(step, step.after)?.sequence;
    if (was === undefined || is === undefined) return;
    const right = isRefused(step) ? is === was : is > was;
    expect(
      step.after.purposes.exchange,
      right,
      `${step.purpose}: a sequence ${isRefused(step) ? "of" : "above"} ${was}.`,
    );
    const tag = step.exchange.headers.get("ETag");
    if (isOk(step.exchange))
      expect(step.exchange, tag === `"${is}"`, `ETag "${is}".`, "ETag");
  },
);
