import { readPurpose } from "../../client/deliverWithdrawal.ts";
import { asKlartextError } from "../../client/errors.ts";
import { decideOnPanel } from "../decideOnPanel.ts";
import { type ExitStatus, exitStatus, worstStatus } from "../exitStatus.ts";
import { panelCommand, type Task } from "../panelCommand.ts";
import { reportPurposes } from "../reportPurposes.ts";
import { selectPurposes } from "../selectPurposes.ts";
import { statusOfError } from "../statusOfError.ts";
import { tellError } from "../tellError.ts";
import { readMaxTime, timeLimit } from "../timeLimit.ts";
import { isDeletionOpen, waitForDeletions } from "../waitForDeletions.ts";

/** The command `klartext withdraw`: withdraws and never asks (GDPR Art. 7(3)). */
export const withdraw = panelCommand({
  name: "withdraw",
  maxOperands: 1,
  flags: ["wait", "json"],
  texts: ["max-time"],
  run: async (task) => {
    const { policy, words, operands, terminal, flag, text } = task;
    const ids = selectPurposes(operands, policy, words);
    const isWaiting = flag("wait");
    const act = isWaiting ? "waiting" : "trying";
    const limit = timeLimit(readMaxTime(text("max-time"), words, act), terminal);
    const statuses: ExitStatus[] = [];
    for (const id of ids) statuses.push(await withdrawOne(task, id, limit));
    const status = worstStatus(statuses);
    if (status !== exitStatus.done) return status;
    try {
      const isOpen = isWaiting
        ? await waitForDeletions(task, ids, limit)
        : await isAnyOpen(task, ids);
      await reportPurposes(task, ids, flag("json"));
      return isOpen ? exitStatus.deletionOpen : exitStatus.done;
    } catch (error) {
      // It is withdrawn all the same; how far the deletion is cannot be read.
      tellError(asKlartextError(error), words, terminal);
      return exitStatus.deletionOpen;
    }
  },
});

/** It is sent also where the state cannot be read, but for want of a sign-in. */
async function withdrawOne(
  task: Pick<Task, "client" | "words" | "terminal">,
  id: string,
  limit: AbortSignal,
): Promise<ExitStatus> {
  const seen = await readPurpose(task.client, id);
  if (seen.type === "unknown" && statusOfError(seen.error) === exitStatus.notSignedIn) {
    tellError(seen.error, task.words, task.terminal);
    return exitStatus.notSignedIn;
  }
  const [sequence, viewer] =
    seen.type === "read" ? [seen.state.decision.sequence, seen.viewer.id] : [];
  return decideOnPanel(task, id, (decider) => decider.withdraw(sequence, viewer), limit);
}

async function isAnyOpen(
  { client }: Pick<Task, "client">,
  ids: readonly string[],
): Promise<boolean> {
  const { purposes } = await client.getPurposes();
  return ids.flatMap((id) => purposes[id] ?? []).some(isDeletionOpen);
}
