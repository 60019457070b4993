import { pageSize } from "../../../../contract/pageOf.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { requireUnlocked } from "../../deciding/requireUnlocked.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { requestRule } from "../../defineRules.ts";
import { expectJson, expectProblem } from "../../expectations.ts";
import type { SuiteContext } from "../../suiteContext.ts";

/** The entries of a purpose; undefined where a page does not hold all of them. */
async function entriesOf(context: SuiteContext, id: string): Promise<number | undefined> {
  const { entries, next } = expectJson(
    await context.get("/decisions"),
    context.contract.decisions,
  );
  if (next !== null || entries.length > pageSize - 5) return undefined;
  const acts = entries.filter(({ event }) => !event.startsWith("deletion"));
  return acts.filter(({ purpose }) => purpose === id).length;
}

export const oneDecisionWins = (["refusal", "grant"] as const).map((act) =>
  requestRule(
    {
      id: `one-${act}-wins`,
      title: `Of several at once under one tag one ${act} is taken, and written down once`,
      section: "docs/panel-api.md#the-states",
      remedy: "Compare If-Match and write in one transaction.",
      occasion: "a purpose that can be decided",
    },
    ["write"],
    async (context, expect) => {
      for (const { id } of context.activities) {
        if (act === "grant") await requireUnlocked(context, id);
        await withdrawConsent(context, id);
        for (let round = 0; round < 2; round += 1) {
          const seen = await prepareDecision(context, id);
          const count = await entriesOf(context, id);
          const answers = await Promise.all(
            [1, 2, 3].map(() => putDecision(context, id, seen.etag, seen[act])),
          );
          const taken = answers.filter(({ status }) => status === 200);
          const [first] = answers;
          if (!first) continue;
          expect(first, taken.length === 1, `One taken; it is ${taken.length}.`);
          for (const one of answers)
            if (one.status !== 200) expectProblem(one, "decision-changed");
          const after = await entriesOf(context, id);
          const isOne = count === undefined || after === undefined || after === count + 1;
          expect(first, isOne, `${(count ?? 0) + 1} entries; it is ${after}.`);
          await withdrawConsent(context, id);
        }
      }
    },
  ),
);
