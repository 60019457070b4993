import { exitStatus } from "../exitStatus.ts";
import { panelCommand } from "../panelCommand.ts";
import { purposeJson } from "../purposeJson.ts";
import { purposeLines } from "../purposeLines.ts";
import { readPanel } from "../readPanel.ts";
import { selectPurposes } from "../selectPurposes.ts";
import { createStyle } from "../terminalStyle.ts";
import { warningsOf } from "../warningsOf.ts";

/** The command `klartext status`: what applies, and whether somebody has to look. */
export const status = panelCommand({
  name: "status",
  maxOperands: 1,
  flags: ["check", "json"],
  texts: [],
  run: async (task) => {
    const { client, policy, language, words, terminal, operands, flag } = task;
    const ids = selectPurposes(operands, policy, words);
    const { viewer, purposes } = await readPanel(task, ids, language, terminal.signal);
    const { entries: attempts } = await client.getTransmissions(
      undefined,
      terminal.signal,
    );
    const found = purposes.map((purpose) => {
      const own = attempts.filter((one) => one.purpose === purpose.activity.id);
      return { purpose, warnings: warningsOf(purpose, own, new Date()) };
    });
    if (flag("json")) {
      const told = found.map(({ purpose, warnings }) => ({
        ...purposeJson(purpose),
        warnings,
      }));
      const all = { panel: client.baseUrl, viewer, purposes: told };
      terminal.print(JSON.stringify(all, null, 2));
    } else {
      const { warning } = createStyle(terminal.screen);
      terminal.print(client.baseUrl);
      terminal.print(words("viewer", { name: viewer.name }));
      for (const { purpose, warnings } of found) {
        terminal.print(["", ...purposeLines(purpose, task)].join("\n"));
        for (const one of warnings)
          terminal.print(`  ${warning(words(`warning.${one}`))}`);
      }
    }
    const isWell = found.every(({ warnings }) => warnings.length === 0);
    return flag("check") && !isWell ? exitStatus.failed : exitStatus.done;
  },
});
