import { deleteDecision, putDecision } from "../../deciding/decisionRequests.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { readDecided } from "../../deciding/readDecided.ts";
import { requireUnlocked } from "../../deciding/requireUnlocked.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { requestRule } from "../../defineRules.ts";
import { expectProblem } from "../../expectations.ts";
import { readDecision } from "../../panelReading.ts";

export const withdrawalWins = requestRule(
  {
    id: "withdrawal-wins",
    title: "A withdrawal that meets a grant on its way is never lost",
    section: "docs/panel-api.md#the-states",
    remedy: "Take every DELETE, after the grant or before it, under the same lock.",
    occasion: "a purpose that can be decided",
  },
  ["write"],
  async (context, expect) => {
    for (const { id } of context.activities) {
      await requireUnlocked(context, id);
      await withdrawConsent(context, id);
      for (let round = 0; round < 3; round += 1) {
        const { etag, grant } = await prepareDecision(context, id);
        const [granted, removed] = await Promise.all([
          putDecision(context, id, etag, grant),
          deleteDecision(context, id),
        ]);
        const { decision } = await readDecision(context, id);
        expect(
          removed,
          ["withdrawn", "undecided", "refused"].includes(decision.status),
          `Withdrawn; it is ${decision.status}.`,
        );
        if (granted.status !== 200) expectProblem(granted, "decision-changed");
        const told = readDecided(context, removed, 200, 202).decision;
        expect(
          removed,
          told.sequence <= decision.sequence,
          "The sequence that the DELETE told.",
        );
        await withdrawConsent(context, id);
      }
    }
  },
);
