import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it, for this user alone. Node's `recursive` never ends
 * below a folder that takes no other, such as /proc.
 *
 * @throws {NodeJS.ErrnoException} naming the first one that cannot be made.
 */
export function makeFolders(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolders(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
