import { anyUuid4 } from "./randomUuids.ts";

/** Where two texts part, in words; undefined where they are the same. Tells no UUID. */
export function textDifference(expected: string, found: string): string | undefined {
  if (expected === found) return undefined;
  const expectedLines = expected.split("\n");
  const foundLines = found.split("\n");
  const line = expectedLines.findIndex((text, index) => text !== foundLines[index]);
  const number = line === -1 ? expectedLines.length : line;
  const shown = (lines: readonly string[]) =>
    JSON.stringify((lines[number] ?? "").replaceAll(anyUuid4, "<UUID>").slice(0, 120));
  return `line ${number + 1} is ${shown(foundLines)}, not ${shown(expectedLines)} (${found.length} characters, not ${expected.length})`;
}
