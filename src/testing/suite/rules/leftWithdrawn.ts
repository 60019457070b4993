import type { ContractRule } from "../contractRule.ts";
import { deleteDecision } from "../deciding/decisionRequests.ts";
import { broken } from "../exchange.ts";
import { NotTried } from "../notTried.ts";
import { readPurposes } from "../panelReading.ts";

/** The last rule: whatever failed before, no consent is left behind. */
export const leftWithdrawn: ContractRule = {
  id: "left-withdrawn",
  title: "When all is over everything is withdrawn",
  section: "docs/test-panel.md#what-is-left-behind",
  remedy:
    "Take every DELETE, whatever was before; until you do, withdraw by hand what this run has left.",
  needs: ["write"],
  isAskedOnce: true,
  async check(context) {
    const ids = context.activities.map(({ id }) => id);
    const failures: unknown[] = [];
    for (const id of ids) {
      await deleteDecision(context, id).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
    const { exchange, purposes } = await readPurposes(context);
    const statusOf = (id: string) => purposes[id]?.decision.status ?? "missing";
    const left = ids.filter((id) => statusOf(id) !== "withdrawn");
    const states = left.map((id) => `${id} is ${statusOf(id)}`).join(", ");
    const given = left.some((id) => !["undecided", "refused"].includes(statusOf(id)));
    if (given) throw broken(exchange, `The status withdrawn; ${states}.`);
    if (states) throw new NotTried(`No consent could be given: ${states}.`);
  },
};
