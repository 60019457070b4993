import { KlartextError } from "../../client/errors.ts";
import { changeLines } from "../changeLines.ts";
import {
  type ComparisonWithEarlier,
  compareWithConsent,
  compareWithReport,
} from "../compareWithEarlier.ts";
import { type ExitStatus, exitStatus, worstStatus } from "../exitStatus.ts";
import { panelCommand, type Task } from "../panelCommand.ts";
import { policyChangeLines } from "../policyChangeLines.ts";
import { type PolicyInForce, readPanel, type ShownPurpose } from "../readPanel.ts";
import { selectPurposes } from "../selectPurposes.ts";
import { statusOfError } from "../statusOfError.ts";
import { tellError } from "../tellError.ts";
import { createStyle } from "../terminalStyle.ts";

/** The command `klartext diff`: what changed since the last report, and since consent. */
export const diff = panelCommand({
  name: "diff",
  maxOperands: 1,
  flags: ["check", "json"],
  texts: [],
  run: async (task) => {
    const { client, policy, words, language, operands, terminal, flag } = task;
    const ids = selectPurposes(operands, policy, words);
    const { inForce, purposes } = await readPanel(task, ids, language, terminal.signal);
    const found: Found[] = [];
    for (const purpose of purposes) found.push(await compare(task, inForce, purpose));
    if (flag("json")) {
      const told = found.map(({ purpose, kept, policyChanges }) => ({
        purpose: purpose.activity.id,
        policy: policyChanges,
        comparisons: kept.map(({ since, at, comparison }) => ({
          since,
          at,
          ...comparison,
        })),
      }));
      const all = { panel: client.baseUrl, purposes: told };
      terminal.print(JSON.stringify(all, null, 2));
    } else {
      found.forEach((one, index) => {
        if (index > 0) terminal.print("");
        terminal.print(linesOf(one, task).join("\n"));
      });
    }
    const isChanged = found.some(
      // A report has the UUID that the data consented to could not have.
      ({ kept: [newest], policyChanges }) =>
        policyChanges.length > 0 || (newest && newest.comparison.kind !== "same"),
    );
    const status = worstStatus(found.map((one) => one.status));
    if (status !== exitStatus.done) return status;
    return flag("check") && isChanged ? exitStatus.failed : exitStatus.done;
  },
});

interface Found {
  readonly purpose: ShownPurpose;
  readonly kept: readonly ComparisonWithEarlier[];
  readonly policyChanges: readonly string[];
  readonly status: ExitStatus;
}

async function compare(
  task: Omit<Task, "flag" | "text">,
  inForce: PolicyInForce,
  purpose: ShownPurpose,
): Promise<Found> {
  const { activity, payload } = purpose;
  const policyChanges = policyChangeLines(inForce, purpose, task);
  if (payload instanceof KlartextError) {
    tellError(payload, task.words, task.terminal);
    return { purpose, kept: [], policyChanges, status: statusOfError(payload) };
  }
  const now = { reading: payload.reading, schema: activity.schema };
  const kept = [
    await compareWithReport(task, activity.id, now),
    await compareWithConsent(task, activity.id, now),
  ].filter((one) => one !== undefined);
  return { purpose, kept, policyChanges, status: exitStatus.done };
}

function linesOf(
  { purpose, kept, policyChanges }: Found,
  task: Pick<Task, "words" | "terminal">,
): readonly string[] {
  const { words, terminal } = task;
  const { section, activity, card } = purpose;
  const isThere = (since: ComparisonWithEarlier["since"]) =>
    kept.some((one) => one.since === since);
  return [
    createStyle(terminal.screen).heading(`${section.heading} (${activity.id})`),
    ...policyChanges,
    ...kept.flatMap(({ title, comparison }) => [
      title,
      ...changeLines(comparison, card.items, task),
    ]),
    ...(isThere("report") ? [] : [words("changes.noSending")]),
    ...(isThere("consent") ? [] : [words("changes.noConsent")]),
  ];
}
