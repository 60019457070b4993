import { readTextBelow } from "./fileTree.ts";

/**
 * Reads the id of the machine below `root`, see machine-id(5): 32 hexadecimal digits.
 *
 * @returns the id, or `null` where there is none, or none yet
 * @throws NotAvailableHere when the file is there and cannot be read
 */
export async function readMachineId(root: string): Promise<string | null> {
  const text = (await readTextBelow(root, "/etc/machine-id"))?.trim() ?? "";
  return /^[\da-f]{32}$/.test(text) ? text : null;
}
