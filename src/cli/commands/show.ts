import { KlartextError } from "../../client/errors.ts";
import { type ExitStatus, exitStatus, worstStatus } from "../exitStatus.ts";
import { panelCommand, type Task } from "../panelCommand.ts";
import { findingLines, saidValues } from "../payloadLines.ts";
import { type PanelReading, readPanel, type ShownPurpose } from "../readPanel.ts";
import { selectOnePurpose, selectPurposes } from "../selectPurposes.ts";
import { showBeforeDeciding } from "../showBeforeDeciding.ts";
import { statusOfError } from "../statusOfError.ts";
import { tellError } from "../tellError.ts";

/** The command `klartext show`: the policy's words, the values in words, the very bytes. */
export const show = panelCommand({
  name: "show",
  maxOperands: 1,
  flags: ["bytes", "json"],
  texts: [],
  run: async (task) => {
    const { policy, words, language, operands, flag, terminal } = task;
    if (flag("bytes")) return writeBytes(task);
    const ids = selectPurposes(operands, policy, words);
    const reading = await readPanel(task, ids, language, terminal.signal);
    if (flag("json")) terminal.print(JSON.stringify(toJson(reading, task), null, 2));
    else showBeforeDeciding(reading, task);
    return worstStatus(reading.purposes.map((one) => tellUnread(one, task)));
  },
});

function tellUnread(
  { payload }: ShownPurpose,
  { words, terminal }: Pick<Task, "words" | "terminal">,
): ExitStatus {
  if (payload instanceof KlartextError) {
    tellError(payload, words, terminal);
    return statusOfError(payload);
  }
  return payload.check.status === "differs" ? exitStatus.failed : exitStatus.done;
}

/** Nothing but the bytes goes to the result, so that a digest of it is theirs. */
async function writeBytes(
  task: Pick<Task, "client" | "policy" | "words" | "operands" | "terminal">,
): Promise<ExitStatus> {
  const { client, policy, words, operands, terminal } = task;
  const id = selectOnePurpose(operands, policy, words);
  const { bytes, check } = await client.getPayload(id, terminal.signal);
  terminal.write(bytes);
  if (check.status === "matches") return exitStatus.done;
  terminal.tell(words(`payload.check.${check.status}`));
  return check.status === "differs" ? exitStatus.failed : exitStatus.done;
}

function toJson(
  { viewer, inForce, purposes }: PanelReading,
  speech: Pick<Task, "words" | "language" | "client">,
) {
  const { policy, textDigest, comparison, text } = inForce;
  return {
    panel: speech.client.baseUrl,
    viewer,
    policy: {
      ...{ revision: policy.revision.id, language: speech.language },
      ...{ textDigest, comparison, text },
    },
    purposes: purposes.map((purpose) => {
      const { payload, activity, status, obstacle } = purpose;
      const shown = payload instanceof KlartextError ? undefined : payload;
      return {
        ...{ purpose: activity.id, status, obstacle: obstacle ?? null },
        payload: shown
          ? {
              kind: shown.kind,
              size: shown.bytes.length,
              digest: shown.check.digest,
              check: shown.check.status,
              bytes: Buffer.from(shown.bytes).toString("base64"),
              values: saidValues(purpose, shown, speech),
              findings: findingLines(shown, speech),
            }
          : null,
      };
    }),
  };
}
