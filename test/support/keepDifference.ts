import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { comparePictures } from "./comparePictures.ts";

/**
 * Compares a picture with its reference. Where they differ, it writes the picture that shows it
 * to `file` and the one as it is now beside it, and says so in a sentence.
 */
export function keepDifference(
  file: string,
  before: Buffer,
  after: Buffer,
): string | undefined {
  const difference = comparePictures(before, after);
  if (!difference) return undefined;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, difference.picture);
  writeFileSync(file.replace(/png$/, "now.png"), after);
  return `It differs: ${difference.where}. See ${file}`;
}
