import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The oldest Node from 20 on that this machine has: what runs the tests may be newer. */
export function oldestNode(): string {
  const found = (process.env.PATH ?? "")
    .split(":")
    .map((folder) => join(folder, "node"))
    .filter(existsSync)
    .map((path) => ({ path, version: majorOf(path) }))
    .filter(({ version }) => version >= 20)
    .toSorted((one, other) => one.version - other.version);
  return found[0]?.path ?? process.execPath;
}

function majorOf(path: string): number {
  try {
    return Number(/^v(\d+)/.exec(String(execFileSync(path, ["--version"])))?.[1]);
  } catch {
    return 0;
  }
}
