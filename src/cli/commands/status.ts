import { describeDeletion } from "../../describe/describeDeletion.ts";
import { describeStatus } from "../../describe/describeStatus.ts";
import type { CommandWords } from "../../i18n/createCommandWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { Language } from "../../policy/index.ts";
import { exitStatus } from "../exitStatus.ts";
import { panelCommand } from "../panelCommand.ts";
import { type PurposeReading, readPanel } from "../readPanel.ts";
import { selectPurposes } from "../selectPurposes.ts";
import { createStyle, type Style } from "../style.ts";
import { type Warning, warningsOf } from "../warningsOf.ts";

/** The command `klartext status`: what applies, and whether somebody has to look. */
export const status = panelCommand({
  name: "status",
  maxOperands: 1,
  flags: ["check", "json"],
  texts: [],
  run: async (task) => {
    const { client, policy, language, words, terminal, operands, flag } = task;
    const ids = selectPurposes(operands, policy, words);
    const { viewer, purposes } = await readPanel(task, ids, language);
    const { entries: attempts } = await client.getTransmissions(undefined);
    const found = purposes.map((purpose) => {
      const own = attempts.filter((one) => one.purpose === purpose.activity.id);
      return { purpose, warnings: warningsOf(purpose, own, new Date()) };
    });
    if (flag("json")) {
      const told = found.map(({ purpose, warnings }) => toJson(purpose, warnings));
      const all = { panel: client.baseUrl, viewer, purposes: told };
      terminal.print(JSON.stringify(all, null, 2));
    } else {
      const style = createStyle(terminal.screen);
      terminal.print(client.baseUrl);
      terminal.print(words("viewer", { name: viewer.name }));
      for (const { purpose, warnings } of found) {
        terminal.print(
          ["", ...describe(purpose, warnings, { words, language, style })].join("\n"),
        );
      }
    }
    const isWell = found.every(({ warnings }) => warnings.length === 0);
    return flag("check") && !isWell ? exitStatus.failed : exitStatus.done;
  },
});

interface Speech {
  readonly words: CommandWords;
  readonly language: Language;
  readonly style: Style;
}

function describe(
  { section, activity, state, status }: PurposeReading,
  warnings: readonly Warning[],
  { words, language, style }: Speech,
): readonly string[] {
  const { schedule } = activity;
  const facts = { status, purpose: state, isSettled: true, schedule };
  const sentences = describeStatus(facts, words, language).map(({ text }) => text);
  const moment = (at: string) => formatMoment(new Date(at), language);
  const { lastSentAt, nextAt, deletions } = state.activity;
  const [newest, ...older] = deletions;
  const shown = [
    ...(newest ? [newest] : []),
    ...older.filter((one) => one.state !== "confirmed"),
  ];
  const lines = [
    sentences.join(" "),
    lastSentAt === null ? "" : `${words("timeline.step.last")}: ${moment(lastSentAt)}`,
    nextAt === null ? "" : `${words("timeline.step.next")}: ${moment(nextAt)}`,
    ...shown.map((one) => describeDeletion(one, words, language)),
    ...warnings.map((one) => style.warning(words(`warning.${one}`))),
  ];
  const heading = style.heading(section.heading);
  const chip = words(`chip.${status}`);
  return [
    words("status.of", { id: activity.id, heading, chip }),
    ...lines.filter((line) => line !== "").map((line) => `  ${line}`),
  ];
}

function toJson(
  { activity, state, status, obstacle }: PurposeReading,
  warnings: readonly Warning[],
) {
  const { decision, activity: moving } = state;
  return {
    purpose: activity.id,
    status,
    obstacle: obstacle ?? null,
    warnings,
    decision,
    activity: moving,
  };
}
