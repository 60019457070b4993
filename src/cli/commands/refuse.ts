import { decideOnPanel } from "../decideOnPanel.ts";
import { type ExitStatus, exitStatus, worstStatus } from "../exitStatus.ts";
import { panelCommand } from "../panelCommand.ts";
import { readPanel } from "../readPanel.ts";
import { reportPurposes } from "../reportPurposes.ts";
import { selectPurposes } from "../selectPurposes.ts";
import { readMaxTime, timeLimit } from "../timeLimit.ts";

/** The command `klartext refuse`: records a no, as weighty as a yes. */
export const refuse = panelCommand({
  name: "refuse",
  maxOperands: 1,
  flags: ["json"],
  texts: ["max-time"],
  run: async (task) => {
    const { policy, words, language, operands, terminal, flag, text } = task;
    const ids = selectPurposes(operands, policy, words);
    const limit = timeLimit(readMaxTime(text("max-time"), words), terminal);
    const { inForce, purposes } = await readPanel(task, ids, language, terminal.signal);
    const request = {
      decision: "refused",
      revision: inForce.policy.revision.id,
      language,
      textDigest: inForce.textDigest,
    } as const;
    const statuses: ExitStatus[] = [];
    for (const { activity, state } of purposes) {
      const { sequence } = state.decision;
      statuses.push(
        await decideOnPanel(
          task,
          activity.id,
          (one) => one.decide(sequence, request),
          limit,
        ),
      );
    }
    const status = worstStatus(statuses);
    if (status === exitStatus.done) await reportPurposes(task, ids, flag("json"));
    return status;
  },
});
