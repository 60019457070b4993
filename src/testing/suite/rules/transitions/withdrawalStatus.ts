import { transitionRule } from "../../defineRules.ts";
import { isOk, purposeIn } from "./transitionStep.ts";

export const withdrawalStatus = transitionRule(
  {
    id: "withdrawal-status",
    title:
      "A withdrawal answers 200 when all is over, 202 while a send or a deletion is open",
    section: "docs/panel-api.md#the-states",
    remedy: "Answer 202 while openSends is above 0 or a deletion is not confirmed.",
    occasion: "a withdrawal that is taken",
  },
  (step, expect) => {
    const { act: does, exchange, after, before } = step;
    const is = purposeIn(step, after)?.activity;
    const was = purposeIn(step, before)?.activity;
    if (does !== "withdraw" || !is || !was || !isOk(exchange)) return;
    const isOpen = (activity: typeof is) =>
      activity.openSends > 0 ||
      activity.deletions.some(({ confirmedAt }) => confirmedAt === null);
    const isOver =
      !isOpen(is) && is.deletions.length === was.deletions.length && !isOpen(was);
    expect(
      exchange,
      !isOver || exchange.status === 200,
      `${step.purpose}: 200, all is over.`,
    );
    const stays = isOpen(is) && is.deletions.some(({ state }) => state === "failed");
    expect(
      exchange,
      !stays || exchange.status === 202,
      `${step.purpose}: 202, a deletion is open.`,
    );
    const began = Date.parse(exchange.headers.get("Date") ?? "") - 1_000;
    const waits = is.deletions.find(
      (one) => one.confirmedAt && Date.parse(one.confirmedAt) > began + 3_000,
    );
    expect(
      exchange,
      !waits || exchange.status === 202,
      `${step.purpose}: 202, a deletion was open.`,
    );
    expect(
      exchange,
      exchange.took < 7_000,
      `${step.purpose}: an answer within 5 seconds.`,
    );
  },
);
