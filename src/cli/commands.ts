import { status } from "./commands/status.ts";
import type { Command } from "./panelCommand.ts";
import { policyCommand } from "./policyCommand.ts";
import { testPanel } from "./testPanel.ts";

/** Every command by its name, in the order in which the help lists them. */
export const commands = {
  status,
  policy: policyCommand,
  "test-panel": testPanel,
} as const satisfies Readonly<Record<string, Command>>;
