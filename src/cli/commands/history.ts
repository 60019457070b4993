import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import { recordedEvents } from "../../contract/decisionRecord.ts";
import { decisionWays } from "../../contract/fields.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { escapeUnreadable } from "../../payload/serializePayload.ts";
import { buildDocument } from "../../policy/index.ts";
import { exitStatus } from "../exitStatus.ts";
import { panelCommand } from "../panelCommand.ts";
import type { Speech } from "../purposeLines.ts";
import { readWholeList } from "../readWholeList.ts";
import { selectPurposes } from "../selectPurposes.ts";
import { createStyle } from "../terminalStyle.ts";

/** The command `klartext history`: every decision and what followed, newest first. */
export const history = panelCommand({
  name: "history",
  maxOperands: 1,
  flags: ["json"],
  texts: [],
  run: async (task) => {
    const { client, policy, words, language, operands, terminal, flag } = task;
    const ids = selectPurposes(operands, policy, words);
    const read = (after?: string) => client.getDecisions(after, terminal.signal);
    const all = await readWholeList(read, task);
    const entries = all.filter(({ purpose }) => ids.includes(purpose));
    if (flag("json")) {
      terminal.print(JSON.stringify({ panel: client.baseUrl, entries }, null, 2));
      return exitStatus.done;
    }
    const { sections } = buildDocument(policy, language);
    for (const [index, id] of ids.entries()) {
      const title = sections.find(({ anchor }) => anchor === id)?.heading ?? id;
      const own = entries.filter(({ purpose }) => purpose === id);
      if (index > 0) terminal.print("");
      terminal.print(createStyle(terminal.screen).heading(`${title} (${id})`));
      if (own.length === 0) terminal.print(`  ${words("history.empty")}`);
      for (const entry of own) terminal.print(`  ${entryLine(entry, task)}`);
    }
    return exitStatus.done;
  },
});

/** One event: when, what, who, by which way, the revision, and the number of its receipt. */
function entryLine(
  { at, event, by, via, revision, receipt }: DecisionRecord,
  { words, language }: Pick<Speech, "words" | "language">,
): string {
  const way = via === null ? undefined : (knownOf(decisionWays, via) ?? "unknown");
  const parts = [
    words(`history.event.${knownOf(recordedEvents, event) ?? "unknown"}`),
    by ? escapeUnreadable(by.name) : words("history.nobody"),
    ...(way === undefined ? [] : [words(`history.way.${way}`)]),
    ...(revision === null ? [] : [`${words("receipt.revision")} ${revision}`]),
    ...(receipt === null ? [] : [`${words("receipt.number")} ${receipt}`]),
  ];
  return `${formatMoment(new Date(at), language)}  ${parts.join(" · ")}`;
}
