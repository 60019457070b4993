import { exitStatus } from "../exitStatus.ts";
import { panelCommand } from "../panelCommand.ts";

/**
 * The command `klartext forget-person`: erases a name wherever the panel tells it. It cannot
 * be undone, so whoever sits at a terminal is asked.
 */
export const forgetPerson = panelCommand({
  name: "forget-person",
  minOperands: 1,
  maxOperands: 1,
  flags: [],
  texts: [],
  run: async ({ client, words, operands, terminal }) => {
    const [id = ""] = operands;
    const question = words("forget.question", { id });
    if (terminal.confirm && !(await terminal.confirm(question))) {
      terminal.tell(words("grant.declined"));
      return exitStatus.failed;
    }
    await client.eraseName(id);
    terminal.print(words("forget.done", { id }));
    return exitStatus.done;
  },
});
