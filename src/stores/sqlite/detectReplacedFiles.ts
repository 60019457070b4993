import { statSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../../panel/store/storeError.ts";

/**
 * Returns what tells whether the files of a folder still are those of now. SQLite goes on
 * in files that were deleted, and says that it has kept what nobody will find again.
 */
export function detectReplacedFiles(
  folder: string,
  names: readonly string[],
): (what: string) => void {
  const paths = names.map((name) => join(folder, name));
  const opened = paths.map(identify);
  return (what) => {
    const lost = paths.find((path, index) => identify(path) !== opened[index]);
    if (lost === undefined) return;
    throw new StoreError({
      reason: "replaced",
      what,
      why: `${lost} was deleted or replaced while the panel ran.`,
      remedy: "Stop the panel, put the folder or a backup of it in place, and start it.",
    });
  };
}

/** Which file a path names; no other has this while it is open. */
function identify(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
