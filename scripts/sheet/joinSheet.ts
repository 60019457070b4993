import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The sheet of a file, with what it imports in the place of each `@import`. */
export function joinSheet(file: string): string {
  return readFileSync(file, "utf8").replace(
    /^@import "([^"]+)";\n/gm,
    (_, imported: string) => joinSheet(join(dirname(file), imported)),
  );
}
