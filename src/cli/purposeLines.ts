import { describeDecided } from "../describe/describeDecided.ts";
import { describeDeletion } from "../describe/describeDeletion.ts";
import { describeStatus } from "../describe/describeStatus.ts";
import type { CommandWords } from "../i18n/createCommandWords.ts";
import { formatMoment } from "../i18n/formatMoment.ts";
import type { Language } from "../policy/index.ts";
import type { ShownPurpose } from "./readPanel.ts";
import type { Terminal } from "./terminal.ts";
import { createStyle } from "./terminalStyle.ts";

/** To whom a command speaks, and how. */
export interface Speech {
  readonly words: CommandWords;
  readonly language: Language;
  readonly terminal: Pick<Terminal, "screen">;
}

/** What applies to a purpose: its name and status in a line, what follows below it. */
export function purposeLines(
  { section, activity, state, status }: ShownPurpose,
  { words, language, terminal }: Speech,
): readonly string[] {
  const { schedule } = activity;
  const facts = { status, purpose: state, isSettled: true, schedule };
  const sentences = describeStatus(facts, words, language).map(({ text }) => text);
  const moment = (at: string) => formatMoment(new Date(at), language);
  const { lastSentAt, nextAt, deletions } = state.activity;
  const isCopy =
    state.transport !== null &&
    state.activity.suspended === "machine-changed" &&
    activity.identification === "pseudonym";
  const shown = deletions.filter(
    (one, index) => index === 0 || one.state !== "confirmed",
  );
  const lines = [
    sentences.join(" "),
    ...describeDecided(state.decision, words),
    ...(isCopy ? [words("suspended.original")] : []),
    lastSentAt === null ? "" : `${words("timeline.step.last")}: ${moment(lastSentAt)}`,
    nextAt === null ? "" : `${words("timeline.step.next")}: ${moment(nextAt)}`,
    ...shown.map((one) => describeDeletion(one, words, language)),
  ];
  const heading = createStyle(terminal.screen).heading(section.heading);
  const chip = words(`chip.${status}`);
  return [
    words("status.of", { id: activity.id, heading, chip }),
    ...lines.filter((line) => line !== "").map((line) => `  ${line}`),
  ];
}
