import { deleteDecision } from "../../deciding/decisionRequests.ts";
import { requestRule } from "../../defineRules.ts";

export const everyDeleteCounts = requestRule(
  {
    id: "every-delete-counts",
    title: "Every one of several DELETEs at once is taken and has a tag of its own",
    section: "docs/panel-api.md#the-states",
    remedy: "Count the sequence with each DELETE, one after the other.",
    occasion: "a purpose that can be decided",
  },
  ["write"],
  async (context, expect) => {
    for (const { id } of context.activities) {
      const answers = await Promise.all([1, 2, 3].map(() => deleteDecision(context, id)));
      const tags = answers.map(({ headers }) => headers.get("ETag"));
      for (const one of answers)
        expect(one, one.status === 200 || one.status === 202, "200 or 202.");
      const [first] = answers;
      if (first)
        expect(
          first,
          new Set(tags).size === tags.length,
          `Three tags; they are ${tags.join()}.`,
          "ETag",
        );
    }
  },
);
