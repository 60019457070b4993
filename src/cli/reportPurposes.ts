import { asKlartextError } from "../client/errors.ts";
import type { Task } from "./panelCommand.ts";
import { purposeJson } from "./purposeJson.ts";
import { purposeLines } from "./purposeLines.ts";
import { type PanelReading, readPanel } from "./readPanel.ts";
import { tellError } from "./tellError.ts";

/**
 * Reads anew and writes what applies to some purposes, after something was decided. Where it
 * cannot be read, that is said, and what was decided stays decided.
 */
export async function reportPurposes(
  task: Pick<Task, "client" | "policy" | "words" | "language" | "terminal">,
  ids: readonly string[],
  isJson: boolean,
): Promise<void> {
  try {
    write(task, await readPanel(task, ids, task.language), isJson);
  } catch (error) {
    tellError(asKlartextError(error), task.words, task.terminal);
  }
}

function write(
  task: Pick<Task, "client" | "words" | "language" | "terminal">,
  { viewer, purposes }: PanelReading,
  isJson: boolean,
): void {
  const { client, terminal } = task;
  if (isJson) {
    const all = { panel: client.baseUrl, viewer, purposes: purposes.map(purposeJson) };
    terminal.print(JSON.stringify(all, null, 2));
    return;
  }
  for (const purpose of purposes) {
    terminal.print(purposeLines(purpose, task).join("\n"));
  }
}
