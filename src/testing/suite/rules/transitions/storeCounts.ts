import { transitionsRule } from "../../defineRules.ts";
import { isRefused } from "./transitionStep.ts";

export const storeCounts = transitionsRule(
  {
    id: "store-counts",
    title: "The store keeps its epoch, and its counter counts every change and no read",
    section: "docs/panel-api.md#the-states",
    remedy:
      "Count in the transaction of each write; name the epoch once for the store's life.",
    occasion:
      "a store (epoch and counter of GET /purposes) that is told before and after a decision",
  },
  (steps, expect) => {
    for (const step of steps) {
      const [was, is] = [
        step.before.purposes.value?.store,
        step.after.purposes.value?.store,
      ];
      if (!was || !is) continue;
      const { exchange } = step.after.purposes;
      expect(
        exchange,
        is.epoch === was.epoch && is.epoch !== "",
        `The epoch ${was.epoch}.`,
      );
      const right = isRefused(step)
        ? is.counter >= was.counter
        : is.counter > was.counter;
      expect(
        exchange,
        right,
        `A counter ${isRefused(step) ? "not below" : "above"} ${was.counter}.`,
      );
    }
  },
);
