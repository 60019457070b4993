import { stateRule } from "../../defineRules.ts";

export const entryOrder = stateRule(
  {
    id: "entry-order",
    title: "The numbers of both lists fall from the newest to the oldest",
    section: "docs/panel-api.md#lists",
    remedy: "Order by the number that only grows.",
    occasion: "an entry of the history, such as consent makes",
  },
  ({ history, log }, expect) => {
    for (const { exchange, value } of [history, log]) {
      const numbers = (value?.entries ?? []).flatMap((one) => one.number ?? []);
      const falls = numbers.every(
        (number, at) => at === 0 || number < (numbers[at - 1] ?? 0),
      );
      expect(exchange, falls, `Falling numbers; they are ${numbers.join(", ")}.`);
    }
  },
);
