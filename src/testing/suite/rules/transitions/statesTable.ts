import { problemType } from "../../../../contract/problem.ts";
import { readDecided } from "../../deciding/readDecided.ts";
import { transitionRule } from "../../defineRules.ts";
import { decisionIn, expectedOutcome } from "./transitionStep.ts";

export const statesTable = transitionRule(
  {
    id: "states-table",
    title: "Every act leads where the table of states says, by PUT, DELETE and POST",
    section: "docs/panel-api.md#the-states",
    remedy: "Drive the decision from the table.",
    occasion: "a decision whose status is one of contract 1",
  },
  (step, expect, context) => {
    const to = expectedOutcome(step);
    if (to === undefined) return;
    const { exchange, purpose } = step;
    if (to === "withdraw-instead") {
      expect(
        exchange,
        exchange.status === 409 &&
          exchange.text.includes(problemType("withdraw-instead")),
        `${purpose}: 409 withdraw-instead.`,
      );
    } else {
      const { decision } = readDecided(
        context,
        exchange,
        200,
        ...(step.act === "withdraw" ? [202] : []),
      );
      expect(exchange, decision.status === to, `${purpose}: the status ${to}.`);
    }
    const status = decisionIn(step, step.after)?.status;
    const left = to === "withdraw-instead" ? decisionIn(step, step.before)?.status : to;
    expect(
      step.after.purposes.exchange,
      status === left,
      `${purpose}: the status ${left}.`,
    );
  },
);
