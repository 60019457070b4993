import { deleteDecision, putDecision } from "../../deciding/decisionRequests.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { requestRule } from "../../defineRules.ts";

export const purposesAtOnce = requestRule(
  {
    id: "purposes-at-once",
    title: "Decisions on several purposes at once do not hinder each other",
    section: "docs/panel-api.md#the-states",
    remedy: "Lock a purpose, or wait; never turn a decision down for another's.",
    occasion: "two purposes that can be decided",
  },
  ["write"],
  async (context, expect) => {
    const ids = context.activities.map(({ id }) => id);
    if (ids.length < 2) return;
    for (const id of ids) await withdrawConsent(context, id);
    for (let round = 0; round < 2; round += 1) {
      const seen = await Promise.all(ids.map((id) => prepareDecision(context, id)));
      const puts = await Promise.all(
        seen.map(({ etag, refusal }, at) =>
          putDecision(context, ids[at] ?? "", etag, refusal),
        ),
      );
      for (const one of puts) expect(one, one.status === 200, "200, for each purpose.");
      const removed = await Promise.all(ids.map((id) => deleteDecision(context, id)));
      for (const one of removed)
        expect(
          one,
          one.status === 200 || one.status === 202,
          "200 or 202, for each purpose.",
        );
    }
  },
);
