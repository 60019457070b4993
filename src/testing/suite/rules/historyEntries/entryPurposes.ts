import { stateRule } from "../../defineRules.ts";

export const entryPurposes = stateRule(
  {
    id: "entry-purposes",
    title: "An entry names a purpose of the policy, and attempts do",
    section: "docs/panel-api.md#what-to-store",
    remedy: "Name the purpose by its id.",
    occasion: "an entry of the history, such as consent makes",
  },
  ({ history, log }, expect, { contract }) => {
    const ids = new Set(contract.purposeIds);
    for (let { previous } = contract.policy; previous; { previous } = previous) {
      for (const { id } of previous.activities) ids.add(id);
    }
    for (const { exchange, value } of [history, log]) {
      for (const { purpose } of value?.entries ?? []) {
        expect(
          exchange,
          ids.has(purpose),
          `One of ${[...ids].join(", ")}; it is ${purpose}.`,
        );
      }
    }
  },
);
