import { apply } from "./commands/apply.ts";
import { diff } from "./commands/diff.ts";
import { forgetPerson } from "./commands/forgetPerson.ts";
import { grant } from "./commands/grant.ts";
import { history } from "./commands/history.ts";
import { panelKit } from "./commands/panelKit.ts";
import { refuse } from "./commands/refuse.ts";
import { show } from "./commands/show.ts";
import { status } from "./commands/status.ts";
import { verifyLog } from "./commands/verifyLog.ts";
import { verifyReceipt } from "./commands/verifyReceipt.ts";
import { withdraw } from "./commands/withdraw.ts";
import type { Command } from "./localizedCommand.ts";
import { policyCommand } from "./policyCommand.ts";
import { testPanel } from "./testPanel.ts";

/** Every command by its name, in the order in which the help lists them. */
export const commands = {
  status,
  show,
  diff,
  history,
  grant,
  refuse,
  withdraw,
  apply,
  "forget-person": forgetPerson,
  "verify-receipt": verifyReceipt,
  "verify-log": verifyLog,
  policy: policyCommand,
  "panel-kit": panelKit,
  "test-panel": testPanel,
} as const satisfies Readonly<Record<string, Command>>;
