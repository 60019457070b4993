import type { Task } from "./panelCommand.ts";
import { purposeJson } from "./purposeJson.ts";
import { purposeLines } from "./purposeLines.ts";
import { readPanel } from "./readPanel.ts";

/** Reads anew and writes what applies to some purposes, after something was decided. */
export async function reportPurposes(
  task: Pick<Task, "client" | "policy" | "words" | "language" | "terminal">,
  ids: readonly string[],
  isJson: boolean,
): Promise<void> {
  const { client, terminal } = task;
  const { viewer, purposes } = await readPanel(task, ids, task.language);
  if (isJson) {
    const all = { panel: client.baseUrl, viewer, purposes: purposes.map(purposeJson) };
    terminal.print(JSON.stringify(all, null, 2));
    return;
  }
  for (const purpose of purposes) {
    terminal.print(purposeLines(purpose, task).join("\n"));
  }
}
